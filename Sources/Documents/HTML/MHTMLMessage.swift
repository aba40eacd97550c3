/// A page that a browser has saved with all that belongs to it as a message of mail (RFC 2557).
struct MHTMLMessage {
  /// The bytes of its first page, undone from how they were sent.
  let page: [UInt8]
  /// The charset that the message says of it.
  let charset: String?
  /// Whether the message ends inside of the page.
  let endsEarly: Bool

  /// Reads `message`; `nil` where no page is in it.
  ///
  /// - Complexity: O(*n*).
  init?(_ message: UnsafeBufferPointer<UInt8>) {
    guard let page = MIMEPart(message[...]).texts().first(where: \.isPage) else { return nil }
    (self.page, charset, endsEarly) = (page.content, page.charset, page.isCut)
  }
}
