import Glibc

/// Texts to load, and their bytes in other charsets.
enum Samples {
  /// News of some length with most letters, marks and signs that the 8-bit charsets have.
  static let news = """
    قال وزير الخارجية، في مؤتمر صحفي عقده يوم الثلاثاء، إن بلاده تدعم جهود الأمم المتحدة.
    وأضاف: هل يكفي ذلك؟ إن القرار ظل معلقا طوال عام 2019، ولم يغيّر شيئا؛ غير أن الضغوط تتزايد.
    وكانت صحيفة الشرق الأوسط قد نقلت عن مسؤول في الحزب قوله إن الحكومة ستستقيل خلال أسبوع.

    """

  /// `bytes` again and again, `count` times.
  static func repeated(_ bytes: some Collection<UInt8>, _ count: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count * count)
    for _ in 0..<count { result += bytes }
    return result
  }

  /// `text` in the charset `name`; a mark of the byte order is not added.
  static func encoded(_ text: String, _ name: String) -> [UInt8] {
    let descriptor = iconv_open(name, "UTF-8")
    defer { iconv_close(descriptor) }
    var input = Array(text.utf8).map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4 + 16)
    let capacity = output.count
    var free = capacity
    input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        var (source, left) = (input.baseAddress, input.count)
        var target = output.baseAddress
        _ = iconv(descriptor, &source, &left, &target, &free)
      }
    }
    return output.prefix(capacity - free).map { UInt8(bitPattern: $0) }
  }
}
