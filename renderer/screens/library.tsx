import type { AdditionRun, Additions } from '../addition-run'
import { useApp } from '../app-context'
import { AddButtons, AddingLine } from '../parts/add-controls'
import { AddReport } from '../parts/add-report'
import { ArticleTable } from '../parts/article-table'
import { ErrorLine } from '../parts/error-line'
import { ProblemList } from '../parts/problem-list'

interface LibraryScreenProps {
  readonly additions: Additions
  readonly run: AdditionRun
}

/** Every article of the library: adding, finding, opening, removing. */
export function LibraryScreen({ additions, run }: LibraryScreenProps) {
  const { words, shelf } = useApp()
  const { library } = words
  return (
    <div className="library">
      <div className="library-head">
        <h1>{library.title}</h1>
        <AddButtons additions={additions} onAdd={run.add} />
      </div>
      <AddingLine additions={additions} onStop={run.stop} />
      <AddReport additions={additions} run={run} />
      <ProblemList />
      {shelf.error && <ErrorLine error={shelf.error} />}
      {shelf.articles && <ArticleTable />}
      {!shelf.articles && !shelf.error && <p className="waiting">{library.loading}</p>}
    </div>
  )
}
