import CArchives

/// A ZIP archive in memory, whose members are asked for by name.
struct ZipArchive {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let allowance: ArchiveReader.Allowance
  /// How many bytes have come of it.
  private var total = 0
  /// The names of its members.
  let names: Set<String>

  /// The archive in `bytes`, which stay as they are as long as it is used.
  ///
  /// - Throws: ``ArchiveReader/Failure``.
  /// - Complexity: O(*n*) in the members; nothing is unpacked.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, _ allowance: ArchiveReader.Allowance = .init()
  ) throws(ArchiveReader.Failure) {
    (self.bytes, self.allowance) = (bytes, allowance)
    var archive = try ArchiveReader(bytes, rawi_archive_zip, allowance)
    var names: Set<String> = []
    while try archive.next() {
      names.insert(Self.plain(archive.name))
    }
    self.names = names
  }

  /// The members that have one of these names; of several with one name the first.
  ///
  /// - Throws: ``ArchiveReader/Failure``.
  /// - Complexity: O(*n*) in the members and the bytes of those that are asked for.
  mutating func members(
    _ wanted: Set<String>
  ) throws(ArchiveReader.Failure) -> [String: [UInt8]] {
    var missing = wanted.intersection(names)
    var members: [String: [UInt8]] = [:]
    var archive = try ArchiveReader(bytes, rawi_archive_zip, allowance, before: total)
    while !missing.isEmpty, try archive.next() {
      let name = Self.plain(archive.name)
      guard missing.remove(name) != nil else { continue }
      var content: [UInt8] = []
      try archive.read {
        content += $0
        return true
      }
      members[name] = content
    }
    total = archive.total
    return members
  }

  /// The member `name`.
  ///
  /// - Throws: ``ArchiveReader/Failure``.
  mutating func member(_ name: String) throws(ArchiveReader.Failure) -> [UInt8]? {
    try members([name])[name]
  }

  /// A name as others write it: some programs put other bars into it, or one before it.
  private static func plain(_ name: String) -> String {
    let name = name.replacing("\\", with: "/")
    return String(name.drop { $0 == "/" }.trimmingPrefix("./"))
  }

  /// The name that `reference` means in the member `base`: relative to its folder, with `%20` for a space.
  ///
  /// - Returns: the name, and what stands behind `#`.
  static func resolve(_ reference: String, in base: String) -> (name: String, part: String?) {
    let pieces = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = decoded(pieces.first.map(String.init) ?? "")
    let part = pieces.count > 1 ? decoded(String(pieces[1])) : nil
    guard !path.isEmpty else { return (base, part) }
    var folders = path.hasPrefix("/") ? [] : base.split(separator: "/").dropLast().map(String.init)
    for piece in path.split(separator: "/") {
      switch piece {
      case ".": break
      case "..": _ = folders.popLast()
      default: folders.append(String(piece))
      }
    }
    return (folders.joined(separator: "/"), part)
  }

  /// Whether `reference` in the member `base` means something outside of the archive: above its folders, or another
  /// place altogether.
  static func leadsOutside(_ reference: String, in base: String) -> Bool {
    if let colon = reference.firstIndex(of: ":"), !reference[..<colon].contains("/") { return true }
    var depth = reference.hasPrefix("/") ? 0 : max(0, base.split(separator: "/").count - 1)
    for piece in decoded(reference).split(separator: "/") where piece != "." {
      depth += piece == ".." ? -1 : 1
      if depth < 0 { return true }
    }
    return false
  }

  private static func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(2)
      if byte == 0x25, digits.count == 2,
        let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
