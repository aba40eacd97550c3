import CInterfaceData

/// Reads a built-in table: a row a line, columns separated by tabs, comments after "#".
///
/// Works on bytes, as it runs at each start.
enum Table {
  static func rows(of data: rawi_interface_data) -> [[String]] {
    let bytes = UnsafeBufferPointer(start: data.bytes, count: data.count)
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    return lines.filter { $0.first != UInt8(ascii: "#") }.map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }
}
