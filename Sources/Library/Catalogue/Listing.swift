/// A fingerprint of files by their paths, sizes and times of change, in whichever order they come.
///
/// Two listings of one folder that differ have the same one by accident only, once in 2⁶⁴ times.
struct Listing: Hashable, Sendable {
  private var sum: UInt64 = 0
  private var count = 0

  /// Adds a file.
  ///
  /// - Complexity: O(*n*) in the path.
  mutating func add(_ path: ArraySlice<UInt8>, _ size: Int64, _ changed: Int64) {
    var hash = Self.hash(path)
    for value in [size, changed] { hash = Self.mixed(hash ^ UInt64(bitPattern: value)) }
    sum &+= hash
    count += 1
  }

  /// As a catalogue keeps it.
  var written: String { "\(count) \(String(sum, radix: 36))" }

  /// FNV-1a.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }

  /// The bits of `value` mixed so that each tells on all others, as SplitMix64 does it.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var value = value &+ 0x9E37_79B9_7F4A_7C15
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
