import { useApp } from '../app-context'

/** Whether copies name the statutes; one choice for the answer and the article. */
export function WithBasis() {
  const { words, withBasis, setWithBasis } = useApp()
  return (
    <label className="with-basis">
      <input
        type="checkbox"
        checked={withBasis}
        onChange={(event) => {
          setWithBasis(event.currentTarget.checked)
        }}
      />
      {words.basis.withCopy}
    </label>
  )
}
