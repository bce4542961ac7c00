/**
 * The Chinese wording, and by its shape the list of every sentence there is: the English table
 * has the same keys or does not compile. `{name}` is filled from details.
 */
import type { ErrorCode } from '../errors'

const errors: Record<ErrorCode, string> = {
  EMPTY_QUESTION: '还没有写问题。请写下您想知道的事，再按回车。',
  QUESTION_TOO_LONG: '这段话有 {length} 个字符，最多 {limit} 个。请只留下最想问的部分，再问一次。',
  INVALID_TEXT: '这段话里有损坏的字符，无法查找。请删掉显示成方块或问号的字，再试一次。',
  INVALID_REQUEST: '这个请求的内容不对：{reason}。请检查后再试。',
  UNKNOWN_OPERATION: '没有“{operation}”这个操作。窗口和程序的版本可能不同，请重新打开窗口。',
  ARTICLE_NOT_FOUND: '书架里没有这篇文章（{id}），它可能已经被移除。请回到书架看看。',
  FILE_NOT_FOUND: '找不到文件 {path}。请检查路径和文件名。',
  FILE_UNREADABLE: '文件 {path} 打不开：{reason}。请检查它的读取权限。',
  FILE_TOO_LARGE: '文件 {name} 太大（{bytes} 字节，上限 {limit} 字节）。请分成几个文件再加入。',
  EMPTY_FILE: '文件 {name} 里没有文字，没有加入。',
  NOT_TEXT: '文件 {name} 不是文字文件，没有加入。请选择 Markdown（.md）或纯文本（.txt）文件。',
  UNKNOWN_ENCODING:
    '认不出文件 {name} 的文字编码，没有加入，以免显示成乱码。请用记事本把它另存为 UTF-8，再加入。',
  UNSUPPORTED_FORMAT: '暂时不能读取 {format} 文件（{name}）。请另存为 Markdown 或纯文本再加入。',
  LIBRARY_IN_USE:
    '书架 {folder} 正被另一个程序使用（进程 {pid}）。请先关闭那个程序，再做修改；查找和提问不受影响。',
  LIBRARY_UNWRITABLE: '不能写入书架文件夹 {folder}：{reason}。请换一个文件夹，或修改它的写入权限。',
  LIBRARY_DAMAGED:
    '书架文件 {file} 已损坏：{reason}。其他文章不受影响；请从备份恢复它，或重新加入原文件。',
  LIBRARY_TOO_NEW:
    '这个书架是用更新版本的问据建立的（格式 {found}，本程序支持到 {supported}）。请更新程序后再打开。',
  DISK_FULL: '磁盘已满，{folder} 写不下了。已有的内容没有丢失；请腾出空间后再试。',
  MODEL_DAMAGED:
    '模型文件 {file} {reason}，按意思查找不可用。请重新安装问据，或从安装包中恢复这个文件；书架内容没有受影响。',
  DATASET_INVALID: '评测集 {file} 第 {line} 行读不懂：{reason}。请按说明的格式修改。',
  ENGINE_STOPPED: '查找程序意外停止，正在重新启动。书架内容没有丢失，请稍后再试一次。',
  UNAUTHORIZED: '这个页面的通行证已失效。请用启动时显示的链接重新打开。',
  INTERNAL: '程序内部出错：{reason}。书架内容没有受影响；请重试，若反复出现请报告此问题。',
}

export const zh = { errors }

export type Wording = typeof zh
