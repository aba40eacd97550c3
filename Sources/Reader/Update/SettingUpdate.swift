import Interface
import TextLayout

extension ReaderState {
  /// Changes a setting to what was typed for it.
  mutating func set(_ setting: Setting, to text: String) -> [Effect] {
    guard setting.isLive else {
      notice = Notice(.settingAtStart, .word(setting.rawValue), .text("--\(setting.rawValue)"))
      return []
    }
    guard let value = setting.value(of: text) else {
      notice = Notice(
        .wrongValue, .text(text), .word(setting.rawValue), .text(setting.allowed), isError: true)
      return []
    }
    var effects: [Effect] = []
    keepingPlace { effects = $0.apply(setting, value) }
    return effects
  }

  private mutating func apply(_ setting: Setting, _ value: Setting.Value) -> [Effect] {
    switch (setting, value) {
    case (.theme, .word(let name)):
      return [.loadTheme(name, isPreview: false)]
    case (.lang, .word(let word)):
      appearance.language.code = Language.Code(rawValue: word) ?? language.code
    case (.width, .number(let columns)):
      appearance.measure = columns
    case (.justify, .word(let word)):
      appearance.typesetting.justifies = word == "on"
    case (.margin, .number(let columns)):
      appearance.typesetting.margin = columns
    case (.lineSpacing, .number(let rows)):
      appearance.typesetting.lineSpacing = rows
    case (.dir, .word(let word)):
      appearance.direction = DirectionChoice(rawValue: word)?.direction
    case (.tashkeel, .word(let word)):
      appearance.lettering.showsTashkeel = (TashkeelChoice(rawValue: word) ?? .auto)
        .isShown(placesTashkeel: appearance.placesTashkeel)
    case (.ligatures, .word(let word)):
      appearance.lettering.ligates = word == "on"
    case (.hints, .word(let word)):
      appearance.showsHints = word == "on"
    case (.romanize, .word(let word)):
      appearance.romanizes = RomanizationChoice(rawValue: word)?.romanizes
    default: break
    }
    return []
  }

  /// What a setting is now, as it is typed; `nil` where that is not known here.
  func value(of setting: Setting) -> String? {
    switch setting {
    case .theme: appearance.theme.name
    case .lang: language.code.rawValue
    case .width: String(appearance.measure)
    case .justify: appearance.typesetting.justifies ? "on" : "off"
    case .margin: String(appearance.typesetting.margin)
    case .lineSpacing: String(appearance.typesetting.lineSpacing)
    case .dir: DirectionChoice(appearance.direction).rawValue
    case .tashkeel: appearance.lettering.showsTashkeel ? "show" : "hide"
    case .ligatures: appearance.lettering.ligates ? "on" : "off"
    case .hints: appearance.showsHints ? "on" : "off"
    case .romanize: RomanizationChoice(appearance.romanizes).rawValue
    case .bidi, .passthrough, .mouse, .model: nil
    }
  }

  /// Tells what a setting is, or where it is chosen.
  mutating func describe(_ setting: Setting) {
    notice =
      value(of: setting).map { Notice(.settingIs, .word(setting.rawValue), .text($0)) }
      ?? Notice(.settingAtStart, .word(setting.rawValue), .text("--\(setting.rawValue)"))
  }

  // MARK: Themes

  /// Tries on the theme that a line names, or puts back what was worn before.
  mutating func previewTheme(of prompt: Prompt) -> [Effect] {
    // Longer than any name with what stands before it: read no more than once, when it is done.
    let isShort = prompt.text.utf8.count <= 512
    let name =
      switch isShort ? try? LineCommand(prompt.text) : nil {
      case .theme(let name), .set(.theme, let name): name
      default: String?.none
      }
    guard let name, preferences.themeNames.contains(name) else {
      appearance.theme = prompt.theme
      return []
    }
    return [.loadTheme(name, isPreview: true)]
  }

  /// Wears a theme that was loaded; one that is only tried on, while its name still stands in the line.
  mutating func handle(_ theme: Theme, isPreview: Bool) {
    let isWanted = modes.first(Prompt.self)?.text.hasSuffix(theme.name) ?? false
    if !isPreview || isWanted { appearance.theme = theme }
  }
}
