export { default as ModerationPage } from './pages/ModerationPage.vue'
