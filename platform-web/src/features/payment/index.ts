export { default as BalancePanel } from './components/BalancePanel.vue'
