// What a client may say, from the friendly to the hostile; and the same in plain words.
const LONG_WORD = "Kaffeevollautomatenreinigungsmittelzulieferbetriebsgenossenschaft".repeat(3);

const HOSTILE = [
  "<script>alert(1)</script>",
  "\"><img src=x onerror=alert(1)>",
  "</title></style><style>body{display:none}</style>",
  "{{ 7 * 7 }} {% include \"parts/internal.html\" %} {# x #}",
  "شركة القهوة الطازجة للمكاتب والشركات الصغيرة",
  "咖啡机销售与维护服务有限公司的所有客户都说机器坏了才想起我们没有人跟进",
  LONG_WORD,
  "| a | b |\n|---|---|\n| **x** | [y](javascript:alert(1)) |",
  "```mermaid\ngraph TD; A-->B; click A href \"https://evil.example\"\n```",
  "\u001b[31mred\u0007 \u202edesrever \u200bhidden \u0000",
  "<svg onload=alert(1)><foreignObject>x</foreignObject></svg>",
  "&lt;b&gt; &amp;nbsp; &#x3C;i&#x3E; ]]> <!-- -->",
  "Ünïcödé 👩‍🚒 and a sentence that goes on for a while, so that it has to be broken into several lines wherever it stands. ".repeat(6),
  "= HYPERLINK(\"https://evil.example\") @import url(https://evil.example/x.css);",
];

/** A template with its places `@n@` filled with hostile texts. */
export const hostile = (template) =>
  fill(template, (place) => HOSTILE[place % HOSTILE.length].replaceAll("\u0000", "") + ` ${place}`);

/** The same with plain words. */
export const plain = (template) => fill(template, (place) => `Plain words ${place}`);

// a JSON string is a TOML string too, once these few are written as escapes
const quoted = (text) =>
  JSON.stringify(text).replace(/[\u007f-\u009f]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`);

const fill = (template, text) => template.replace(/"@(\d+)@"/g, (_, place) => quoted(text(Number(place))));
