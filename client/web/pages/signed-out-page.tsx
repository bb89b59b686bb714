/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Language, wordsIn } from '../shared/language.ts';
import { Html } from '../shared/layout.tsx';

type SignedOutProps = {
  readonly language: Language;
  readonly action: string;
  readonly fields: readonly (readonly [string, string])[];
};

/** A form was posted after the sign-in had expired: all that was typed stays on this page, to be posted again. */
export function SignedOutPage({ language, action, fields }: SignedOutProps) {
  const words = wordsIn(language);
  return (
    <Html lang={language === 'en' ? 'en' : 'zh-CN'} title={words.signedOutTitle} words={words}>
      <main id="main">
        <h1>{words.signedOutTitle}</h1>
        <p>{words.signedOutHint}</p>
        <p>
          <a class="button" href="/sign-in" target="_blank" rel="noopener">
            {words.signInElsewhere}
          </a>
        </p>
        <form method="post" action={action}>
          {fields.map(([name, value]) =>
            value.includes('\n') ? (
              <textarea name={name} hidden>
                {`\n${value}`}
              </textarea>
            ) : (
              <input type="hidden" name={name} value={value} />
            ),
          )}
          <button type="submit">{words.submitAgain}</button>
        </form>
      </main>
    </Html>
  );
}
