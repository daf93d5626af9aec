export { default as MyBalance } from './components/MyBalance.vue'
