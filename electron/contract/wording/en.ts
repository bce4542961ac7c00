import type { Wording } from './zh'

export const en: Wording = {
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
      'The model file {file} {reason}, so search by meaning is not available. Reinstall Wenju, or restore this file from the package; your library is not affected.',
    DATASET_INVALID:
      'Line {line} of the evaluation set {file} cannot be read: {reason}. Change it to the documented format.',
    ENGINE_STOPPED:
      'The search program stopped unexpectedly and is starting again. Nothing in your library is lost; try again in a moment.',
    UNAUTHORIZED:
      'The pass of this page is no longer valid. Open the link that was printed at the start again.',
    INTERNAL:
      'Something went wrong inside the program: {reason}. Your library is not affected; try again, and report it if it keeps happening.',
  },
}
