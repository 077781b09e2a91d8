// Types of the HTTP API out of docs/openapi.json, so that the page is held against the same document as the server:
// writes src/api/schema.ts (made at build, not committed).
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
const api = JSON.parse(readFileSync(path.join(here, "../docs/openapi.json"), "utf8"));

function type(schema) {
	if (!schema || Object.keys(schema).every((key) => key === "description")) return "unknown";
	if (schema.$ref) return schema.$ref.split("/").pop();
	if (schema.oneOf) return schema.oneOf.map(type).join(" | ");
	if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
	if (Array.isArray(schema.type)) return schema.type.map((one) => type({ ...schema, type: one })).join(" | ");
	switch (schema.type) {
		case "null": return "null";
		case "boolean": return "boolean";
		case "integer":
		case "number": return "number";
		case "string": return "string";
		case "array": return `Array<${type(schema.items)}>`;
		case "object": {
			if (schema.properties) {
				const required = new Set(schema.required ?? []);
				const keys = Object.entries(schema.properties).map(([key, value]) => {
					const note = value.description ? `/** ${value.description} */ ` : "";
					return `${note}${JSON.stringify(key)}${required.has(key) ? "" : "?"}: ${type(value)}`;
				});
				return `{ ${keys.join("; ")} }`;
			}
			const rest = schema.additionalProperties;
			return `Record<string, ${rest && typeof rest === "object" ? type(rest) : "unknown"}>`;
		}
		default: throw new Error(`api-types: no type for ${JSON.stringify(schema)}`);
	}
}

const lines = Object.entries(api.components.schemas).map(([name, schema]) =>
	`${schema.description ? `/** ${schema.description} */\n` : ""}export type ${name} = ${type(schema)};`);
// The name of a type of the language would hide it.
const text = `// Made by api-types.mjs out of docs/openapi.json.\n\n${lines.join("\n\n")}\n`.replace(/export type Error =/, "export type ErrorAnswer =");
const file = path.join(here, "src/api/schema.ts");
let before = "";
try { before = readFileSync(file, "utf8"); } catch { /* not made yet */ }
if (text !== before) writeFileSync(file, text);
