import ArabicText
import Interface
import TextLayout

extension ReaderState {
  /// Does what a line after `:` says.
  mutating func run(line: String) -> [Effect] {
    guard line.contains(where: { !$0.isWhitespace }) else { return [] }
    do throws(LineProblem) {
      return try run(LineCommand(line))
    } catch {
      refuse(error)
      return []
    }
  }

  private mutating func run(_ command: LineCommand) throws(LineProblem) -> [Effect] {
    switch command {
    case .perform(let command, let times):
      return perform(command, times: times)
    case .percent(let percent):
      jump(toPercent: min(max(0, percent), 100))
      return []
    case .paragraph(let number):
      jump(toParagraph: number)
      return []
    case .set(let setting, nil), .set(let setting, "?"):
      describe(setting)
      return []
    case .set(let setting, let value?):
      return set(setting, to: value)
    case .name(let name):
      let picker = NamePicker(.go, in: self, query: name)
      // While names are being looked for, others may be called so.
      if let only = picker.only, !isAnalysing {
        remember()
        selectMention(only)
      } else {
        modes.push(picker)
      }
      return []
    case .theme(nil):
      describe(.theme)
      return []
    case .theme(let name?):
      return [.loadTheme(name, isPreview: false)]
    case .export(let path):
      return [.exportPage(path)]
    case .find(let words):
      if words.isEmpty { return perform(.findInLibrary) }
      return ask(.find(words))
    case .speakers(let words):
      return askWhoSpeaks(words)
    case .join(let names):
      return say(.same, names)
    case .separate(let names):
      return say(.other, names)
    }
  }

  private mutating func refuse(_ problem: LineProblem) {
    notice =
      switch problem {
      case .needless: Notice(.savedAlways, .call(of: .quit, in: keymap))
      case .elsewhere: Notice(.exportOutside)
      case .unknown(let name, let near) where near.isEmpty:
        Notice(
          .unknownLineAlone, .text(name), .call(of: .palette, in: keymap), isError: true)
      case .unknown(let name, let near):
        Notice(
          .unknownLine, .text(name), .text(near.joined(separator: " ")), isError: true)
      case .superfluous(let command, let rest):
        Notice(.superfluousArgument, .word(command.rawValue), .text(rest), isError: true)
      case .unknownSetting(let name):
        Notice(
          .noSuchSetting, .text(name),
          .text(Setting.allCases.map(\.rawValue).joined(separator: " ")), isError: true)
      }
  }

  /// Goes to a paragraph by its number, from 1, or to the last.
  ///
  /// - Complexity: O(*n*) in the bytes before it.
  mutating func jump(toParagraph number: Int) {
    remember()
    leaveCaret()
    var left = max(1, number)
    if article.filter != nil { liftFilter() }
    for paragraph in text.paragraphs(in: text.span)
    where !text.isBlank(paragraph) && !paragraph.continuesLine {
      left -= 1
      guard left == 0 else { continue }
      article.top = min(RowPosition(paragraph: paragraph, row: 0), lowestTop)
      return
    }
    article.top = lowestTop
  }
}
