extension Theme {
  /// What the theme is for: of one that a person has written, the background that it names.
  package var purpose: PhraseKey {
    switch name {
    case "auto": .purposeAuto
    case "paper": .purposePaper
    case "night": .purposeNight
    case "lamp": .purposeLamp
    case "contrast", "contrast-dark", "contrast-light": .purposeContrast
    case "mono": .purposeMono
    case "terminal": .purposeTerminal
    default:
      switch appearance {
      case .dark: .purposeDark
      case .light: .purposeLight
      case .any: .purposeAny
      }
    }
  }
}
