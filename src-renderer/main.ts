import './app/theme.css'
import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { watchActivity } from './app/activity'
import App from './app/App.vue'
import { createWindowRouter } from './app/router'
import { ignoreSecondClicks } from './app/secondClicks'
import { followTheme } from './app/theme'
import { on } from './shared/api'
import { useApplication } from './shared/application'
import { i18n } from './shared/i18n/i18n'
import { useSession } from './shared/session'

const pinia = createPinia()
const application = useApplication(pinia)

/** The first screen depends on whether a directory is connected, so main is asked before anything is shown. */
await application.load()

const router = createWindowRouter(application)
createApp(App).use(pinia).use(i18n).use(router).use(ui).mount('#app')
followTheme(application)
watchActivity(useSession(pinia))
ignoreSecondClicks()
// A notification of the system was clicked; the guard decides whether the one who sits there may go.
on('window.goTo', ({ path }) => void router.push(path))
