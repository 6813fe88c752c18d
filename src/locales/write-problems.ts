// Why something could not be written where it was to go: what stands there, who else writes, a folder that is gone.

export type WriteProblem =
  | { readonly code: 'not-a-folder' | 'not-a-file' | 'not-a-bundle' | 'unconfirmed'; readonly path: string }
  /** holder: who writes, as far as it is known */
  | { readonly code: 'being-written'; readonly path: string; readonly holder?: string }
  /** removed while an answer was given */
  | { readonly code: 'folder-gone'; readonly path: string }
  /** the folder that the program was started in is gone */
  | { readonly code: 'no-current-folder' }

export function zhWriteProblem(problem: WriteProblem): string {
  switch (problem.code) {
    case 'not-a-folder':
      return `${problem.path} 不是文件夹，没有写入`
    case 'not-a-file':
      return `${problem.path} 是文件夹或链接，不是备案包文件，没有写入`
    case 'not-a-bundle':
      return `${problem.path} 不是备案包，不会替换；请用 --out 指定其他位置`
    case 'being-written':
      return `另一个程序正在写 ${problem.path}${problem.holder === undefined ? '' : `（${problem.holder}）`}，本次没有写入；请等它结束后重试`
    case 'folder-gone':
      return `${problem.path === '.' ? '当前目录' : problem.path}已被删除或移走，刚才的答案没有保存；请放回原处后重新运行 init`
    case 'no-current-folder':
      return '当前目录已被删除或移走；请进入一个存在的目录后重试'
    case 'unconfirmed':
      return `${problem.path} 已写入，但磁盘没有确认保存：此时断电仍可能丢失。请重试`
  }
}

export function enWriteProblem(problem: WriteProblem): string {
  switch (problem.code) {
    case 'not-a-folder':
      return `${problem.path} is not a folder, nothing was written`
    case 'not-a-file':
      return `${problem.path} is a folder or a link, not an archive; nothing was written`
    case 'not-a-bundle':
      return `${problem.path} is not a bundle and is not replaced; choose another place with --out`
    case 'being-written':
      return `another program is writing ${problem.path}${problem.holder === undefined ? '' : ` (${problem.holder})`}, nothing was written; try again when it has ended`
    case 'folder-gone':
      return `${problem.path === '.' ? 'the folder you are in' : problem.path} has been removed or moved, the last answer is not saved; put it back and run init again`
    case 'no-current-folder':
      return 'the folder you are in has been removed or moved; go to one that exists and try again'
    case 'unconfirmed':
      return `${problem.path} is written, but the disk did not confirm it: a power cut could still undo it. Try again`
  }
}
