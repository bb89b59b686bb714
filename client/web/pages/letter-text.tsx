/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { DocumentText } from '../../../domain/texts/facts.ts';

/** A formal document as it will be read. */
export const LetterText = ({ document }: { document: DocumentText }) => (
  <div class="letter paper">
    {document.number && <p class="number">{document.number}</p>}
    <p>{`${document.addressee}：`}</p>
    {document.paragraphs.map((paragraph) => (
      <p>{paragraph}</p>
    ))}
    <p class="signed">
      {document.signature}
      <br />
      {document.date}
    </p>
    {document.note && <p>{document.note}</p>}
  </div>
);
