import Documents
import TestSupport

/// Office documents of a few invented sentences.
enum OfficeSamples {
  static let first = "قالت الوزيرة في بيان إن القرار نافذ منذ اليوم."
  static let second = "وأضافت أن اللجنة تجتمع غدا في المدينة."

  /// The members of a DOCX.
  ///
  /// - Parameters:
  ///   - body: what stands in `w:body`.
  ///   - notes: what stands in `w:footnotes`.
  ///   - main: the name of the part with the body.
  /// - Returns: the names and what they hold.
  static func wordMembers(
    _ body: String, notes: String = "", main: String = "word/document.xml"
  ) -> [(name: String, content: [UInt8])] {
    let names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let file = main.split(separator: "/").last.map(String.init) ?? ""
    let parts: [(String, String)] = [
      ("[Content_Types].xml", "<Types/>"),
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"r1\" Type=\"\(types)/officeDocument\" Target=\"/\(main)\"/></Relationships>"
      ),
      (
        "word/_rels/\(file).rels",
        """
        <Relationships><Relationship Id="r1" Type="\(types)/styles" Target="styles.xml"/>
        <Relationship Id="r2" Type="\(types)/footnotes" Target="footnotes.xml"/>
        <Relationship Id="r3" Type="\(types)/hyperlink" Target="https://example.org/a" TargetMode="External"/>
        </Relationships>
        """
      ),
      (
        "word/styles.xml",
        """
        <w:styles \(names)>
        <w:style w:styleId="عنوان1"><w:name w:val="heading 1"/></w:style>
        <w:style w:styleId="Own"><w:name w:val="Mine"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
        <w:style w:styleId="Child"><w:name w:val="His"/><w:basedOn w:val="Own"/></w:style>
        <w:style w:styleId="Quote"><w:name w:val="Quote"/></w:style>
        </w:styles>
        """
      ),
      ("word/footnotes.xml", "<w:footnotes \(names)>\(notes)</w:footnotes>"),
      (
        "docProps/core.xml",
        """
        <cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title>عنوان البيان</dc:title>
        <dc:creator>سلمى</dc:creator><dcterms:created>2024-05-06T07:08:09Z</dcterms:created></cp:coreProperties>
        """
      ),
      (main, "<?xml version=\"1.0\"?><w:document \(names)><w:body>\(body)</w:body></w:document>"),
    ]
    return parts.map { ($0.0, Array($0.1.utf8)) }
  }

  /// The members of an ODT.
  static func openMembers(_ body: String) -> [(name: String, content: [UInt8])] {
    let parts = [
      ("mimetype", "application/vnd.oasis.opendocument.text"),
      (
        "META-INF/manifest.xml",
        "<m:manifest xmlns:m=\"m\"><m:file-entry m:full-path=\"content.xml\"/></m:manifest>"
      ),
      (
        "meta.xml",
        """
        <office:document-meta xmlns:office="o" xmlns:dc="d" xmlns:meta="m"><office:meta><dc:title>عنوان البيان</dc:title>
        <meta:initial-creator>سلمى</meta:initial-creator><dc:creator>هند</dc:creator>
        <meta:creation-date>2024-05-06</meta:creation-date></office:meta></office:document-meta>
        """
      ),
      (
        "content.xml",
        """
        <?xml version="1.0"?><office:document-content xmlns:office="o" xmlns:text="t" xmlns:style="s" xmlns:table="b" \
        xmlns:xlink="x" xmlns:draw="d" xmlns:svg="v" xmlns:dc="c">
        <office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/>
        <style:style style:name="P2" style:parent-style-name="Quotations"/></office:automatic-styles>
        <office:body><office:text>\(body)</office:text></office:body></office:document-content>
        """
      ),
    ]
    return parts.map { ($0.0, Array($0.1.utf8)) }
  }

  static func paragraph(_ text: String) -> String { "<w:p><w:r><w:t>\(text)</w:t></w:r></w:p>" }
}
