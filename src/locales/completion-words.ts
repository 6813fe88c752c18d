// What the help says of `completion`.

export type CompletionWords = { readonly about: string; readonly shell: string; readonly more: string }

export const zhCompletion: CompletionWords = {
  about: '输出命令行补全脚本：命令、选项、地区、接入商、材料和规则的代号',
  shell: 'bash、zsh 或 fish',
  more: [
    '启用：',
    '  bash  在 ~/.bashrc 中加入 source <(icp-prep completion bash)',
    '  zsh   在 ~/.zshrc 的 compinit 之后加入 source <(icp-prep completion zsh)',
    '  fish  icp-prep completion fish > ~/.config/fish/completions/icp-prep.fish',
  ].join('\n'),
}

export const enCompletion: CompletionWords = {
  about: 'print a script that completes calls: commands, options, ids of provinces, providers, materials and rules',
  shell: 'bash, zsh or fish',
  more: [
    'To turn it on:',
    '  bash  put into ~/.bashrc: source <(icp-prep completion bash)',
    '  zsh   put into ~/.zshrc, behind compinit: source <(icp-prep completion zsh)',
    '  fish  icp-prep completion fish > ~/.config/fish/completions/icp-prep.fish',
  ].join('\n'),
}
