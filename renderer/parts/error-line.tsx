import type { ErrorBody } from '../../electron/contract/entities'
import { errorSentence } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'

/** The sentence of an error, where the error happened. */
export function ErrorLine({ error }: { readonly error: ErrorBody }) {
  const { language } = useApp()
  return (
    <p className="error-line" role="alert">
      {errorSentence(error, language)}
    </p>
  )
}
