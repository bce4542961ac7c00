import type { ErrorBody } from '../../electron/contract/entities'
import { errorSentence } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { troubleWords } from '../trouble-words'

/** The sentence of an error, where the error happened. */
export function ErrorLine({ error }: { readonly error: ErrorBody }) {
  const { language, shelf, words } = useApp()
  // The code alone says that it starts again; the window may know better by now.
  const known = error.code === 'ENGINE_STOPPED' ? troubleWords(shelf, words) : undefined
  return (
    <p className="error-line" role="alert">
      {known ?? errorSentence(error, language)}
    </p>
  )
}
