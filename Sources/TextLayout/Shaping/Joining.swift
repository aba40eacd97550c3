import ArabicText
import CFriBidi

/// Which form each letter of a paragraph takes beside its neighbours.
///
/// Joining is resolved on the whole paragraph, before wrapping, so that a word keeps its forms
/// wherever lines break. Joiners (U+200C, U+200D) act here and are dropped afterwards.
///
/// Method: Unicode Standard, §9.2, rules R1 to R7, by FriBidi, with the joining types of the tables
/// of Unicode 15.0.
struct Joining {
  private let properties: [FriBidiArabicProp]

  /// Resolves the joining of a paragraph.
  ///
  /// - Complexity: O(*n*).
  init(properties: [ScalarProperties], types: [FriBidiCharType], levels: [UInt8]) {
    var joined = properties.map(\.joining.friBidi)
    fribidi_join_arabic(
      types, FriBidiStrIndex(properties.count), levels.map { FriBidiLevel($0) }, &joined)
    self.properties = joined
  }

  /// The form of the scalar at `index`, as ``PresentationForms/Form`` numbers it.
  func form(at index: Int) -> UInt8 { UInt8(properties[index] & 3) }
}

extension JoiningType {
  fileprivate var friBidi: FriBidiArabicProp {
    let joinsRight: FriBidiArabicProp = 1
    let joinsLeft: FriBidiArabicProp = 2
    let shapes: FriBidiArabicProp = 4
    let transparent: FriBidiArabicProp = 8
    return switch self {
    case .none: 0
    case .right: joinsRight | shapes
    case .dual: joinsRight | joinsLeft | shapes
    case .causing: joinsRight | joinsLeft
    case .left: joinsLeft | shapes
    case .transparent: transparent | shapes
    }
  }
}
