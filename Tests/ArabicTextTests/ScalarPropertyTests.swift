import ArabicText
import Testing

/// The generated table of Unicode.
struct ScalarPropertyTests {
  @Test func `every scalar has a class that there is`() {
    // The classes are read from the table as they stand, unchecked.
    let bidi = Set(BidiClass.allCases.map(\.rawValue))
    let joining = Set(JoiningType.allCases.map(\.rawValue))
    let classes = Set(ScalarClass.allCases.map(\.rawValue))
    let kashidas = Set(KashidaClass.allCases.map(\.rawValue))
    for scalar in UInt32(0)...0x11_0000 {
      let properties = ScalarProperties(scalar)
      let isKnown =
        bidi.contains(properties.bidi.rawValue) && joining.contains(properties.joining.rawValue)
        && classes.contains(properties.scalarClass.rawValue)
        && kashidas.contains(properties.kashida.rawValue)
      if !isKnown { Issue.record("U+\(String(scalar, radix: 16))") }
    }
  }

  @Test(
    arguments: [
      (0x628, true), (0x41, true), (0x5D0, true), (0x64B, false), (0x20, false), (0x31, false),
      (0x4E00, false), (0x200D, false), (0x28, false), (0x640, true), (0x600, false),
    ] as [(UInt32, Bool)])
  func `a plain letter is a letter of one column`(scalar: UInt32, isPlain: Bool) {
    let properties = ScalarProperties(scalar)
    #expect(properties.isPlainLetter == isPlain)
    #expect(!isPlain || properties.isLetter && properties.columns == 1 && !properties.isHidden)
  }
}
