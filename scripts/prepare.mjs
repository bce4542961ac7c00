/** Runs after `npm ci`: builds, so that the first start is a start and not a wait. */
import { build, builderOf, buildState, projectRoot } from './built.mjs'

const builder = builderOf(projectRoot)
if (buildState(projectRoot) === 'fresh') {
  console.error('wenju: already built')
} else if (!builder) {
  console.error('wenju: not built, because development dependencies are not installed')
} else {
  process.exitCode = await build(projectRoot, builder)
}
