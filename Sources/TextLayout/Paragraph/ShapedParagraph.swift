import ArabicText
import CFriBidi

/// One scalar of a paragraph with all that layout needs to know of it.
struct ShapedScalar {
  var value: UInt32
  var properties: ScalarProperties
  /// The bytes between the start of the paragraph and the scalar.
  var place: UInt32
  /// The embedding level before rule L1.
  var level: UInt8
  /// The form beside its neighbours, as ``PresentationForms/Form`` numbers it.
  var form: UInt8

  var isJoinedRight: Bool { form & 1 != 0 }
  var isJoinedLeft: Bool { form & 2 != 0 }
}

/// The scalars of one paragraph: levels and joining resolved on the whole of it.
///
/// One array of 16 bytes a scalar, which every later step reads in order.
struct ShapedParagraph {
  let scalars: [ShapedScalar]
  /// The text of the paragraph.
  let content: TextSpan
  /// The level of the paragraph, 0 or 1.
  let base: UInt8

  /// Decodes and resolves `content`.
  ///
  /// Plain paragraphs are resolved without FriBidi, unless a test says not to use that shortcut.
  ///
  /// - Complexity: O(*n*).
  init(
    _ text: DecodedText, _ content: TextSpan, _ options: LayoutOptions, usesShortcuts: Bool = true
  ) {
    self.content = content
    var classes = PlainLevels.Classes()
    var scalars = Self.decode(text, content, &classes)
    let plainBase =
      usesShortcuts
      ? PlainLevels.base(of: classes, direction: options.direction, fallback: options.fallback)
      : nil
    if let plainBase, Self.resolvePlain(&scalars, base: plainBase, classes) {
      base = plainBase
      PlainJoining.resolve(&scalars)
    } else {
      base = Self.resolve(&scalars, options)
    }
    self.scalars = scalars
  }

  private static func decode(
    _ text: DecodedText, _ content: TextSpan, _ classes: inout PlainLevels.Classes
  ) -> [ShapedScalar] {
    var found = classes
    let scalars = text.withUTF8 { bytes in
      let window = UnsafeBufferPointer(rebasing: bytes[content.utf8])
      // The standard library would write to the one empty array that all threads share.
      guard !window.isEmpty else { return [ShapedScalar]() }
      return [ShapedScalar](unsafeUninitializedCapacity: window.count) { buffer, count in
        var position = 0
        while position < window.count {
          let (value, length) = decodeScalar(window, at: position)
          let properties = ScalarProperties(value)
          found.insert(properties.bidi)
          buffer.initializeElement(
            at: count,
            to: ShapedScalar(
              value: value, properties: properties, place: UInt32(truncatingIfNeeded: position),
              level: 0, form: 0))
          count += 1
          position += length
        }
      }
    }
    classes = found
    return scalars
  }

  /// Sets the levels of a plain paragraph; `false` where it proves not to be plain.
  private static func resolvePlain(
    _ scalars: inout [ShapedScalar], base: UInt8, _ classes: PlainLevels.Classes
  ) -> Bool {
    guard base == 1 else { return true }
    return scalars.withUnsafeMutableBufferPointer { scalars in
      for index in scalars.indices { scalars[index].level = 1 }
      guard classes.contains(.an) || classes.contains(.en) else { return true }
      return PlainLevels.resolveNumbers(
        count: scalars.count, class: { scalars[$0].properties.bidi },
        setLevel: { scalars[$0].level = $1 })
    }
  }

  /// Sets levels and forms of any paragraph, by FriBidi; gives its level.
  private static func resolve(_ scalars: inout [ShapedScalar], _ options: LayoutOptions) -> UInt8 {
    let types = scalars.map(\.properties.friBidiType)
    var brackets = [FriBidiBracketType](repeating: 0, count: scalars.count)
    for index in scalars.indices where scalars[index].properties.isBracket {
      brackets[index] = BracketTable.bracketType(of: scalars[index].value)
    }
    let bidi = BidiLevels(types: types, brackets, options.direction, options.fallback)
    let joining = Joining(
      properties: scalars.map(\.properties), types: types, levels: bidi.levels)
    for index in scalars.indices {
      scalars[index].level = bidi.levels[index]
      scalars[index].form = joining.form(at: index)
    }
    return bidi.base
  }
}
