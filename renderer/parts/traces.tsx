import { useApp } from '../app-context'

/** What the program leaves on this computer, and where. */
export function Traces() {
  const { traces } = useApp().words.settings
  return (
    <section aria-labelledby="settings-traces">
      <h2 id="settings-traces">{traces.title}</h2>
      <ul className="traces">
        <li>{traces.library}</li>
        <li>{traces.removed}</li>
        <li>{window.wenjuDesktop ? traces.desktop : traces.browser}</li>
        <li>{traces.nothing}</li>
      </ul>
    </section>
  )
}
