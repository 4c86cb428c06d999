/**
 * How a document looks as PDF, for Typst. The texts come in as data: a string is set letter by letter, so nothing that people write
 * is ever read as markup.
 */
export const pdfTemplate = `
#let doc = json(bytes(sys.inputs.document))
#let lines(value) = value.split("\\n").join(linebreak())
#let ink = rgb("#1b2430")
#let line-colour = rgb("#8a94a3")

#set document(title: doc.title, author: doc.author, date: none)
#set text(font: "Source Sans 3", fallback: false, lang: doc.lang, size: 10.5pt, fill: ink, hyphenate: true)
#set par(leading: 0.68em, spacing: 0.95em)
#set page(paper: "a4", margin: (x: 2.2cm, top: 2.2cm, bottom: 2.4cm), numbering: "1 / 1", number-align: right)
#let one-page = doc.at("onePage", default: false)
// Where letters shrink, titles shrink along: sizes are then shares of those that Typst gives them.
#show title: set text(size: if one-page { 1em } else { 21pt }, weight: "bold")
#show title: set par(leading: 0.5em)
#show heading: set block(above: if one-page { 0.9em } else { 1.5em }, below: if one-page { 0.5em } else { 0.7em })
#show heading.where(level: 1): set text(size: if one-page { 0.85em } else { 14pt }, weight: "bold")
#show heading.where(level: 2): set text(size: 12pt, weight: "semibold")
#show heading.where(level: 3): set text(size: 10.5pt, weight: "semibold")
#show table.cell.where(y: 0): set text(weight: "semibold")
#show figure: set block(breakable: true)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: it => align(left, text(weight: "semibold", it.body))
#set figure(gap: 0.7em, numbering: none)
#show list: set block(above: 0.9em, below: 0.9em)
#show enum: set block(above: 0.9em, below: 0.9em)
#set terms(separator: [: ])

#let facts(list) = terms(tight: true, ..list.map(fact => terms.item(fact.term, lines(fact.text))))
#let everything = {
  if doc.status != "" { text(weight: "semibold", doc.status) }
  title()
  if doc.facts.len() > 0 { facts(doc.facts) }
  for block in doc.blocks {
  if block.kind == "heading" { heading(level: block.level, lines(block.text)) }
  else if block.kind == "paragraph" { par(lines(block.text)) }
  else if block.kind == "quote" { quote(block: true, lines(block.text)) }
  else if block.kind == "list" {
    let items = block.items.map(lines)
    if block.numbered { enum(..items) } else { list(..items) }
  }
  else if block.kind == "facts" { facts(block.facts) }
  else if block.kind == "pageBreak" { pagebreak(weak: true) }
  else if block.kind == "table" {
    figure(kind: table, supplement: none, caption: block.caption, table(
      columns: block.widths.map(share => share * 1fr),
      align: left,
      inset: (x: 6pt, y: 5pt),
      stroke: 0.5pt + line-colour,
      table.header(..block.header.map(lines)),
      ..block.rows.flatten().map(lines),
    ))
  }
}
}

// One page is one page: the letters shrink until all of it fits.
#if one-page {
  set page(margin: (x: 1.9cm, top: 1.6cm, bottom: 1.8cm))
  layout(size => {
    let fits(letter) = measure(width: size.width, { set text(size: letter); everything }).height <= size.height
    let letter = (10.5pt, 10pt, 9.5pt, 9pt, 8.5pt, 8pt, 7.5pt).find(fits)
    set text(size: if letter == none { 7pt } else { letter })
    everything
  })
} else { everything }
`;
