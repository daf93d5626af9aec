export { default as BuyPanel } from './components/BuyPanel.vue'
export { default as DealDetails } from './components/DealDetails.vue'
export { default as DealList } from './components/DealList.vue'
export { default as ProposalList } from './components/ProposalList.vue'
