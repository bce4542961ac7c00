import { Button } from '@mantine/core'
import { useState } from 'react'
import type { OwnSetting } from '../../electron/contract/own-questions'
import { fill } from '../../electron/contract/wording/wording'
import { useApp } from '../app-context'
import { lanesOf, withLanes, type Lanes } from '../evaluation-settings'
import { Choice } from './choice'
import { ErrorLine } from './error-line'

const lanes: readonly Lanes[] = ['both', 'words', 'meaning']
const WHOLE: OwnSetting = { meaning: true, words: true, finder: true }
/** What one asks first of an answer: what the meaning adds to the words. */
const WORDS_ALONE: OwnSetting = { meaning: false, words: true, finder: true }

/** One setting or two, the run and its progress. */
export function EvaluateRun() {
  const { words, evaluation } = useApp()
  const { run } = words.evaluate
  const [first, setFirst] = useState(WHOLE)
  const [second, setSecond] = useState(WORDS_ALONE)
  const [compares, setCompares] = useState(false)
  const { progress, error } = evaluation

  return (
    <section className="evaluate-part" aria-labelledby="evaluate-run">
      <h2 id="evaluate-run">{run.title}</h2>
      <SettingChoice
        name={compares ? run.first : run.setting}
        setting={first}
        onChoose={setFirst}
      />
      <label className="switch">
        <input
          type="checkbox"
          checked={compares}
          onChange={(event) => {
            setCompares(event.currentTarget.checked)
          }}
        />
        {run.compare}
      </label>
      {compares && <SettingChoice name={run.second} setting={second} onChoose={setSecond} />}
      {progress ? (
        <div className="evaluate-line">
          <p role="status">
            {progress.evaluated
              ? fill(progress.runs > 1 ? run.progressOf : run.progress, {
                  run: progress.run + 1,
                  ...progress.evaluated,
                })
              : run.starting}
          </p>
          <Button variant="default" onClick={evaluation.stop}>
            {run.stop}
          </Button>
        </div>
      ) : (
        <Button
          className="evaluate-done"
          onClick={() => void evaluation.run(compares ? [first, second] : [first])}
        >
          {run.go}
        </Button>
      )}
      {error && <ErrorLine error={error} />}
    </section>
  )
}

function SettingChoice(props: {
  readonly name: string
  readonly setting: OwnSetting
  readonly onChoose: (setting: OwnSetting) => void
}) {
  const { run } = useApp().words.evaluate
  const { name, setting, onChoose } = props
  return (
    <fieldset className="evaluate-setting">
      <legend>{name}</legend>
      <Choice
        label={run.lanes.label}
        value={lanesOf(setting)}
        choices={lanes.map((value) => [value, run.lanes.choices[value]])}
        onChoose={(chosen) => {
          onChoose(withLanes(setting, chosen))
        }}
      />
      <label className="switch">
        <input
          type="checkbox"
          checked={setting.finder}
          onChange={(event) => {
            onChoose({ ...setting, finder: event.currentTarget.checked })
          }}
        />
        {run.finder}
      </label>
    </fieldset>
  )
}
