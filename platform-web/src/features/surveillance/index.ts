export { default as SurveillanceDesk } from './components/SurveillanceDesk.vue'
