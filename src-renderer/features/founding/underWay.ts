import { ref } from 'vue'

/**
 * Main is founding: for a moment the case file is founded and nobody has signed in yet. The wizard must not give way to
 * the sign-in then, since its last page shows the fingerprint.
 */
export const underWay = ref(false)
