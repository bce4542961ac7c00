import { expect, it } from 'vitest'
import { defaultSettings, settingChoices, settingsFrom } from './settings'

it('takes every choice of the table as it is', () => {
  for (const [name, choices] of Object.entries(settingChoices)) {
    for (const choice of choices) {
      expect(settingsFrom({ [name]: choice })).toEqual({ ...defaultSettings, [name]: choice })
    }
  }
})

it('takes what is missing or unknown for never chosen', () => {
  expect(settingsFrom({})).toEqual(defaultSettings)
  expect(settingsFrom({ language: 'xx', theme: 3, textSize: null, history: 'no' })).toEqual(
    defaultSettings,
  )
  expect(settingsFrom({ history: false, singleKeys: false })).toMatchObject({
    history: false,
    singleKeys: false,
  })
})
