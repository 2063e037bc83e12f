# SPDX-License-Identifier: MIT
# Completes kata's commands, options and katas. In ~/.bashrc: source PATH/grader/completion.bash
# zsh: autoload -U bashcompinit && bashcompinit, then the same.

_kata_here=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]:-$0}")" && pwd)

_kata() {
  local word=${COMP_WORDS[COMP_CWORD]} command=${COMP_WORDS[1]-} choices
  if ((COMP_CWORD == 1)); then
    choices=$(sed -n '/^Subcommands:/,/^$/s/^  \([a-z]*\) .*/\1/p' "$_kata_here/help/kata.txt")
  elif [[ $word == -* ]]; then
    choices=$(sed -n 's/^  \(-h,\)\{0,1\}\(--[a-z-]*\).*/\2/p' "$_kata_here/help/$command.txt" \
      2>/dev/null)
  else
    choices=$(cd -- "$_kata_here/../problems" && printf '%s\n' */)
    choices=${choices//\//}
  fi
  mapfile -t COMPREPLY < <(compgen -W "$choices" -- "$word")
  # Files are answers, programs and reports.
  [[ $word == -* || ${#COMPREPLY[@]} -gt 0 ]] || mapfile -t COMPREPLY < <(compgen -f -- "$word")
}
complete -o filenames -F _kata kata ./grader/kata grader/kata
