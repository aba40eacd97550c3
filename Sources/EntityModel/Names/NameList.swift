import CAnalysisData

/// People, name parts, places and organisations, searched in place.
///
/// The file's layout is written down in `Training/name_file.py`, which makes it; where the names come
/// from stands in `Training/README.md`.
package struct NameList: @unchecked Sendable {
  // Unchecked: the bytes are never written to and live as long as the program or `owner`.
  private let bytes: UnsafeRawBufferPointer
  private let owner: OwnedBytes?
  /// How many entries the list has, beginnings of longer ones included.
  package let count: Int
  private let keysStart: Int
  private let entriesStart: Int
  private let poolStart: Int

  private static let headerLength = 32
  private static let indexLength = 65537 * 4

  /// The list that is compiled into the program; empty if that were damaged, which a test rules out.
  package static let builtIn: NameList = {
    let data = rawi_names()
    let bytes = UnsafeRawBufferPointer(start: data.bytes, count: data.count)
    return (try? NameList(view: bytes, owner: nil)) ?? NameList()
  }()

  /// A list read from a copy of `bytes`.
  ///
  /// - Throws: ``NameListError`` where they are no undamaged list of version 1.
  /// - Complexity: O(*n*) in the bytes: the checksum is computed.
  package init(copying bytes: some Collection<UInt8>) throws(NameListError) {
    let owner = OwnedBytes(bytes)
    try self.init(view: UnsafeRawBufferPointer(owner.buffer), owner: owner)
  }

  /// A list without entries.
  private init() {
    bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    (owner, count, keysStart, entriesStart, poolStart) = (nil, 0, 0, 0, 0)
  }

  private init(view: UnsafeRawBufferPointer, owner: OwnedBytes?) throws(NameListError) {
    guard view.count >= Self.headerLength, view.prefix(8).elementsEqual("RAWINAME".utf8) else {
      throw .wrongMagic
    }
    let version = view.number32(at: 8)
    guard version == 1 else { throw .unsupportedVersion(version) }
    let entries = Int(view.number32(at: 12))
    let pool = Int(view.number32(at: 16))
    let expected = Self.headerLength + Self.indexLength + 12 * entries + pool
    guard view.count == expected, pool > 0 else {
      throw .wrongLength(expected: expected, found: view.count)
    }
    guard Self.checksum(view) == view.number64(at: 24) else { throw .wrongChecksum }
    bytes = view
    self.owner = owner
    count = entries
    keysStart = Self.headerLength + Self.indexLength
    entriesStart = keysStart + 8 * entries
    poolStart = entriesStart + 4 * entries
  }

  /// What `key` stands for, or `nil` where the list has nothing.
  ///
  /// - Complexity: O(log *n*) in the few entries that share the key's top 16 bits.
  package subscript(key: NameKey) -> NameEntry? {
    guard count > 0 else { return nil }
    let bucket = Int(key.bits >> 48)
    var low = Int(bytes.number32(at: Self.headerLength + 4 * bucket))
    var high = Int(bytes.number32(at: Self.headerLength + 4 * bucket + 4))
    while low < high {
      let middle = (low + high) / 2
      let found = bytes.number64(at: keysStart + 8 * middle)
      if found == key.bits { return entry(at: middle) }
      if found < key.bits { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// The English name of an entry, where the list has one.
  ///
  /// - Complexity: O(*n*) in the bytes of the gloss.
  package func gloss(of entry: NameEntry) -> String? {
    guard entry.gloss != 0 else { return nil }
    let start = poolStart + Int(entry.gloss)
    guard start < bytes.count else { return nil }
    return String(decoding: bytes[start...].prefix { $0 != 0 }, as: UTF8.self)
  }

  private func entry(at index: Int) -> NameEntry {
    let bits = bytes.number32(at: entriesStart + 4 * index)
    return NameEntry(kinds: NameKinds(rawValue: bits & 0xFFF), gloss: bits >> 12)
  }

  /// FNV-1a over all after the header, eight bytes a step.
  private static func checksum(_ view: UnsafeRawBufferPointer) -> UInt64 {
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    var position = headerLength
    while position + 8 <= view.count {
      value = (value ^ view.number64(at: position)) &* 0x100_0000_01B3
      position += 8
    }
    if position < view.count {
      var last: UInt64 = 0
      for (index, byte) in view[position...].enumerated() { last |= UInt64(byte) << (8 * index) }
      value = (value ^ last) &* 0x100_0000_01B3
    }
    return value
  }
}

/// A copy of bytes that is freed with the last list that reads it.
private final class OwnedBytes {
  let buffer: UnsafeMutableRawBufferPointer

  init(_ bytes: some Collection<UInt8>) {
    buffer = .allocate(byteCount: bytes.count, alignment: 8)
    buffer.copyBytes(from: bytes)
  }

  deinit { buffer.deallocate() }
}
