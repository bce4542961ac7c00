import { useId } from 'react'

interface ChoiceProps<Value extends string> {
  readonly label: string
  readonly meaning?: string
  readonly value: Value
  /** In the order shown. */
  readonly choices: readonly (readonly [value: Value, label: string])[]
  readonly onChoose: (value: Value) => void
}

/** One of a few, all of them in sight. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div className="setting">
      <p id={id}>{props.label}</p>
      <div
        role="radiogroup"
        aria-labelledby={id}
        {...(props.meaning !== undefined && { 'aria-describedby': `${id}-meaning` })}
        className="choices"
      >
        {props.choices.map(([value, label]) => (
          <label key={value} className="choice">
            <input
              type="radio"
              name={id}
              checked={props.value === value}
              onChange={() => {
                props.onChoose(value)
              }}
            />
            {label}
          </label>
        ))}
      </div>
      {props.meaning !== undefined && (
        <p id={`${id}-meaning`} className="quiet">
          {props.meaning}
        </p>
      )}
    </div>
  )
}

/** On or off. */
export function Switch(props: {
  readonly label: string
  readonly meaning: string
  readonly on: boolean
  readonly onSwitch: (on: boolean) => void
}) {
  const id = useId()
  return (
    <div className="setting">
      <label className="switch">
        <input
          type="checkbox"
          role="switch"
          aria-describedby={id}
          checked={props.on}
          onChange={(event) => {
            props.onSwitch(event.currentTarget.checked)
          }}
        />
        {props.label}
      </label>
      <p id={id} className="quiet">
        {props.meaning}
      </p>
    </div>
  )
}
