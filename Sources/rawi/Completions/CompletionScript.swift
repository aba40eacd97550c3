import ArgumentParser
import Platform

/// A script of swift-argument-parser that completes calls of the program for a shell, which knows here
/// that the program alone reads articles: `rawi 06` completes files, `rawi --th` the reader's options.
///
/// Where no subcommand stands, what is offered behind `rawi read` is offered, too.
struct CompletionScript {
  /// The script for the shell.
  let text: String

  /// Whether the call asks for a script.
  static var isAsked: Bool {
    let sign = "--generate-completion-script"
    return RunningProgram.arguments.contains { $0 == sign || $0.hasPrefix(sign + "=") }
  }

  /// The script that `generated`, the parser's own, becomes for the program of `reference`.
  init(_ generated: String, of reference: CommandReference) {
    let names = (reference.shownSubcommands.map(\.commandName) + ["help"]).joined(separator: " ")
    let lines = generated.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.first == "#compdef rawi" {
      text = Self.wrapped(lines, in: Self.zsh(names))
    } else if lines.first == "#!/bin/bash" {
      text = Self.wrapped(lines, in: Self.bash(names))
    } else {
      text = Self.fish(lines, names)
    }
  }

  /// `lines` with its function `_rawi` under another name and `function` in its place, which calls it.
  private static func wrapped(_ lines: [String], in function: String) -> String {
    guard let start = lines.firstIndex(of: "_rawi() {") else {
      return lines.joined(separator: "\n")
    }
    let renamed = ["_rawi_command() {"] + lines[(start + 1)...]
    return (lines[..<start] + [function] + renamed).joined(separator: "\n")
  }

  private static func bash(_ names: String) -> String {
    """
    # The program alone reads articles, as its subcommand read does.
    _rawi() {
        # bash parts --theme=dark at its sign: the value is completed as behind a blank.
        local -a plain=()
        local -i index current=0
        for index in "${!COMP_WORDS[@]}"; do
            if [[ "${index}" -gt 0 && "${COMP_WORDS[index]}" = "=" && "${COMP_WORDS[index - 1]}" = --* ]]; then
                if [[ "${index}" -eq "${COMP_CWORD}" ]]; then plain+=(""); else continue; fi
            else
                plain+=("${COMP_WORDS[index]}")
            fi
            if [[ "${index}" -eq "${COMP_CWORD}" ]]; then current="${#plain[@]} - 1"; fi
        done
        local -a COMP_WORDS=("${plain[@]}")
        local COMP_CWORD="${current}"
        if [[ "${current}" -gt 0 ]]; then
            set -- "${1}" "${COMP_WORDS[current]}" "${COMP_WORDS[current - 1]}"
        fi
        local first="${COMP_WORDS[1]}" is_subcommand=false
        [[ -n "${first}" && " \(names) " = *" ${first} "* ]] && is_subcommand=true
        COMPREPLY=()
        if [[ "${COMP_CWORD}" -eq 1 ]] || "${is_subcommand}"; then _rawi_command "${@}"; fi
        if [[ "${COMP_CWORD}" -gt 1 ]] && "${is_subcommand}"; then return; fi
        local -a offered=("${COMPREPLY[@]}") typed=("${COMP_WORDS[@]:1}")
        local -a COMP_WORDS=("${COMP_WORDS[0]}" read "${typed[@]}")
        local COMP_CWORD="$((COMP_CWORD + 1))"
        COMPREPLY=()
        _rawi_command "${@}"
        COMPREPLY=("${offered[@]}" "${COMPREPLY[@]}")
    }

    """
  }

  private static func zsh(_ names: String) -> String {
    """
    # The program alone reads articles, as its subcommand read does.
    _rawi() {
        local -i ret=1 is_subcommand=0
        local -a rawi_subcommands=(\(names))
        (( ${rawi_subcommands[(Ie)${words[2]}]} )) && is_subcommand=1
        (( CURRENT == 2 || is_subcommand )) && _rawi_command "${@}" && ret=0
        (( CURRENT > 2 && is_subcommand )) && return "${ret}"
        words=("${words[1]}" read "${(@)words[2,-1]}")
        (( CURRENT += 1 ))
        _rawi_command "${@}" && ret=0
        return "${ret}"
    }

    """
  }

  private static func fish(_ lines: [String], _ names: String) -> String {
    let words = "    set -l unparsed_tokens (__rawi_tokens -pc)"
    let known = lines.map { line in
      guard line == words else { return line }
      return line + """

            set -q __rawi_reads; and set unparsed_tokens $unparsed_tokens[1] read $unparsed_tokens[2..]
        """
    }
    // What completes calls of read, once more for those of the program alone.
    let reading = lines.filter { $0.contains("\"rawi read\"") }.map {
      $0.replacing(" -n '", with: " -n '__rawi_alone ")
    }
    let function = """

      # The program alone reads articles, as its subcommand read does.
      function __rawi_alone
          set -l tokens (__rawi_tokens -pc)
          contains -- "$tokens[2]" \(names); and return 1
          set -g __rawi_reads 1
          $argv
          set -l answer $status
          set -e __rawi_reads
          return $answer
      end

      """
    return ((known + [function]) + reading).joined(separator: "\n") + "\n"
  }
}
