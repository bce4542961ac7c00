import type { Wording } from './zh'

export const en: Wording = {
  basis: {
    label: 'Rests on',
    count: 'Rests on ({count})',
    statute: '{statute}, {articles} (text of {version})',
    statuteShort: '{statute}, {articles}',
    statuteUndated: '{statute}, {articles} (date of the text not known)',
    superseded: 'this text has been replaced; check figures in the new law',
    secondHand: 'original not read, quoted elsewhere',
    lawAsOf: 'Law as of {date}',
    written: 'Written {date}',
    separator: '; ',
    line: 'Rests on: {basis}',
    withCopy: 'Copy with what it rests on',
    sameAs: 'Rests on the same as {number}',
    again: 'Try again',
    pastReview:
      'This article follows the law as of {date} and has not been reviewed for over two years: check for new rules first.',
    pastReviewCited:
      'Cited here and not reviewed for over two years, so check for new rules first: {titles}',
    title: '“{title}”',
    titleSeparator: ', ',
  },
  copy: { quote: '“{text}”', source: ' (source: {source})' },
  errors: {
    EMPTY_QUESTION: 'There is no question yet. Write what you want to know, then press Enter.',
    QUESTION_TOO_LONG:
      'This text has {length} characters; the most is {limit}. Keep the part you most want to ask, then ask again.',
    INVALID_TEXT:
      'This text has damaged characters and cannot be searched. Delete those shown as boxes or question marks, then try again.',
    INVALID_REQUEST: 'The request is not right: {reason}. Check it and try again.',
    UNKNOWN_OPERATION:
      'There is no operation “{operation}”. The window and the program may be of different versions; open the window again.',
    ARTICLE_NOT_FOUND:
      'The library has no such article ({id}); it may have been removed. Go back to the library and look.',
    FILE_NOT_FOUND: 'There is no file {path}. Check the path and the name.',
    FILE_UNREADABLE: 'The file {path} cannot be opened: {reason}. Check that you may read it.',
    FILE_TOO_LARGE:
      'The file {name} is too large ({bytes} bytes; the most is {limit}). Split it into several files and add those.',
    EMPTY_FILE: 'The file {name} has no text in it and was not added.',
    NOT_TEXT:
      'The file {name} is not a text file and was not added. Choose a Markdown (.md) or plain text (.txt) file.',
    UNKNOWN_ENCODING:
      'The text encoding of {name} is not known; it was not added, so that it is not shown garbled. Save it as UTF-8 in a text editor, then add it.',
    UNSUPPORTED_FORMAT:
      '{format} files cannot be read yet ({name}). Save it as Markdown or plain text, then add it.',
    LIBRARY_IN_USE:
      'The library {folder} is in use by another program (process {pid}). Close that program before you change anything; searching and asking still work.',
    LIBRARY_UNWRITABLE:
      'The library folder {folder} cannot be written to: {reason}. Choose another folder, or change its permissions.',
    LIBRARY_DAMAGED:
      'The library file {file} is damaged: {reason}. Other articles are not affected; restore it from a backup, or add the original file again.',
    LIBRARY_TOO_NEW:
      'This library was made by a newer Wenju (format {found}; this program knows up to {supported}). Update the program, then open it.',
    DISK_FULL:
      'The disk is full and {folder} cannot take more. Nothing that was there is lost; free some space, then try again.',
    MODEL_DAMAGED:
      'The model file {file} is missing or damaged, so search by meaning is not available. Reinstall Wenju, or restore this file from the package; your library is not affected.',
    DATASET_INVALID:
      'Line {line} of the evaluation set {file} cannot be read: {reason}. Change it to the documented format.',
    ENGINE_STOPPED:
      'The search program stopped unexpectedly and is starting again. Nothing in your library is lost; try again in a moment.',
    ENGINE_GIVEN_UP:
      'The search program stopped and could not be started again. Close Wenju and open it again. Nothing in your library is lost.',
    UNAUTHORIZED:
      'The pass of this page is no longer valid. Open the link that was printed at the start again.',
    INTERNAL:
      'Something went wrong inside the program: {reason}. Your library is not affected; try again, and report it if it keeps happening.',
  },
  app: {
    name: 'Wenju',
    skip: 'Skip to the content',
    stopped:
      'The search program stopped and could not be started again. Close Wenju and open it again. Nothing in your library is lost.',
    lost: 'The connection to Wenju is broken; connecting again…',
    gone: 'Wenju has been closed. Start it again and open the new link.',
    restarted:
      'The search program has just started again. Your library is safe; you can go on asking.',
    dismiss: 'OK',
    drop: 'Let go to add the files to your library',
  },
  nav: { label: 'Main pages', ask: 'Ask', library: 'Library' },
  ask: {
    label: 'Your question',
    placeholder: 'Ask in your own words',
    send: 'Ask',
    hint: 'Enter asks, Shift + Enter starts a new line',
    examplesTitle: 'You could ask',
    examples: [
      'Will debt collectors come to my home?',
      'Must I open the door to a debt collector?',
      'Do my parents have to pay my loan?',
    ],
    holds: 'Articles in your library: {articles}, in {passages} passages.',
    local: 'Questions and articles stay on this computer. Nothing is sent anywhere.',
    empty: 'Your library is still empty, so a question cannot find anything yet.',
    emptyHow:
      'Add articles first: drag Markdown or plain text files into this window, or choose them in the library.',
    toLibrary: 'Go to the library and add articles',
    waiting: 'Looking through your library…',
  },
  answer: {
    label: 'Answer',
    kinds: {
      found: {
        word: 'Found in your library',
        meaning: 'Every sentence below stands word for word in one of your articles.',
      },
      related: {
        word: 'Perhaps related',
        meaning:
          'No sentence answers this directly. These passages may help; please judge for yourself.',
      },
      none: {
        word: 'Not in your library',
        meaning: 'No article was found that speaks about this.',
      },
    },
    unfinished: {
      word: 'Not read to the end yet',
      meaning:
        'Passages still to be read in: {count}, so it is too early to say that there is nothing. Wenju looks again by itself afterwards.',
    },
    emptyShelf: 'Your library is empty',
    earlier: 'Below is still the answer to your last question: {question}',
    arrivedFound: 'Found in your library. Sentences: {count}',
    arrivedRelated: 'Perhaps related. Passages: {count}',
    arrivedNone: 'Not in your library',
    also: 'Also good to know',
    lookedFor: 'Looked for: {question}',
    otherPassages: 'Other passages ({count})',
    passages: 'Related passages ({count})',
    showAll: 'Show all {count} passages',
    topics: 'The closest your library has',
    addHow: 'If you have an article about this, add it to the library and ask again.',
    wordsOnly:
      'Search by meaning was not available this time. Only words were matched, so text that says it differently may be missing.',
    again: 'Search by meaning is ready now: look again',
    pending: 'Passages still being read in: {count}. What they say may be missing here.',
    verified: 'Verbatim',
    verifiedMeaning:
      'Checked just now: exactly these characters stand at this place in the article.',
    changed: 'The article has changed. Please ask again.',
    open: 'Open source {number}: {place}',
    place: '{path} ¶{number}',
  },
  copying: {
    answer: 'Copy with sources',
    citation: 'Copy citation',
    done: 'Copied',
    refused:
      'The clipboard could not be written. Select the text, then press Ctrl + C (⌘C on a Mac).',
  },
  article: {
    label: 'Reading',
    back: 'Back',
    close: 'Close',
    loading: 'Opening the article…',
    outline: 'Contents',
    opening: 'Opening',
    find: 'Find',
    findLabel: 'Find in this article',
    findNone: 'Not found',
    findCount: '{current} / {count}',
    findNext: 'Next place',
    findPrevious: 'Previous place',
    findClose: 'Close find',
    smaller: 'Smaller text',
    larger: 'Larger text',
    marks: 'Cited {current} / {count}',
    nextMark: 'Next cited sentence',
    previousMark: 'Previous cited sentence',
    source: 'Source: {source}',
    added: 'Added {date}',
  },
  library: {
    title: 'Library',
    add: 'Add files',
    addHint:
      'Choose several at once, or drag them into the window. Markdown (.md) and plain text (.txt).',
    adding: 'Reading the file {name} ({done} of {total})…',
    filter: 'Filter by title',
    filterNone: 'No title contains “{text}”.',
    empty: 'Your library is still empty. The articles you add are listed here.',
    loading: 'Opening your library…',
    columns: {
      title: 'Title',
      passages: 'Passages',
      language: 'Language',
      added: 'Added',
      state: 'State',
    },
    sortBy: 'Sort by {column}',
    states: {
      ready: 'Can be searched',
      embedding: 'Being read in, {done} of {total}',
      waiting: 'Waiting to be read in',
      removed: 'Removed; erased at the next start',
    },
    remove: 'Remove',
    removeNamed: 'Remove “{title}”',
    undo: 'Undo',
    undoNamed: 'Undo removing “{title}”',
    showMore: 'Show {count} more',
    problems: 'Some articles could not be read in',
    report: {
      title: 'What happened to your files',
      close: 'Close this report',
      summary: 'Added: {added}. Updated: {updated}. Unchanged: {unchanged}. Not added: {refused}.',
      added: 'Added',
      updated: 'Updated to the new content',
      unchanged: 'Already in your library, unchanged',
      refused: 'Not added',
    },
  },
  status: {
    label: 'State of the library',
    opening: 'Opening your library…',
    ready: '{passages} passages, ready',
    empty: 'Your library is empty',
    adding: 'Reading the file…',
    stopped: 'The search program has stopped',
    lost: 'Connection broken',
    gone: 'Wenju has been closed',
    refused: 'Pass no longer valid',
    reading: 'Reading in {done}/{total} · {title}',
    readingMore: 'Reading in {done}/{total} · {title} (articles waiting: {left})',
    pending: 'Passages waiting to be read in: {count}',
    modelLoading: 'Getting search by meaning ready; words are matched meanwhile',
    exact: '{passages} passages, ready (compared one by one)',
    details: 'Details',
    folder: 'Library folder',
    readOnly: 'Can be read, not changed',
    articles: 'Articles',
    passages: 'Passages',
    index: 'Way of searching',
    indexFast: 'Fast index',
    indexExact: 'One by one: the same results, slower when the library is very large',
    reason: 'Reason',
    model: 'Search by meaning',
    modelStates: { loading: 'Getting ready', ready: 'Available', failed: 'Not available' },
    version: 'Version',
    repairs: 'Repaired at the last start',
    repairWords: {
      'vectors-cut':
        'The end of the search data was incomplete and was cut off; the missing part is read in again.',
      'vectors-reset':
        'The search data could not be used and is being made anew from your articles. No article is lost.',
      'list-rebuilt': 'The list of articles was damaged and was made anew from the article files.',
      'article-unreadable':
        'The file of one article cannot be read. Please add its original file again.',
      'lock-taken': 'The last session did not close properly; the library was taken over.',
    },
  },
  settings: {
    language: 'Language',
    languages: { system: 'Language: auto', zh: '中文', en: 'English' },
    theme: 'Light or dark',
    themes: { system: 'Theme: auto', light: 'Light', dark: 'Dark' },
  },
  keys: {
    title: 'Keys',
    close: 'Close',
    scope:
      'Single letters and digits act only while the focus is in the answer or the article, never while you type.',
    question: 'Go to the question box',
    send: 'Ask',
    newLine: 'New line',
    find: 'Find in the open article',
    copy: 'With nothing selected: copy the answer or citation with its source',
    back: 'Close find or the article and return to where you were',
    citation: 'Open the source with that number',
    marks: 'Next, previous cited sentence',
    list: 'Show this list',
  },
}
