#include <algorithm>
#include <array>

#include "base/embedded.hpp"
#include "paper/html_page.hpp"
#include "paper/plain.hpp"
#include "paper/writers.hpp"
#include "register/hash.hpp"

namespace bienban::paper {

namespace {

std::string_view style_sheet() {
	for (const base::EmbeddedFile& file : base::embedded_paper()) {
		if (file.name == "page.css") return file.content;
	}
	return {};
}

/// The hash of the style sheet as a policy wants it: a page that a document's words broke into could add no other.
std::string base64_of_hex(std::string_view hex) {
	static constexpr std::string_view k_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const auto nibble = [&](std::size_t i) -> unsigned {
		if (i >= hex.size()) return 0;
		const char c = hex[i];
		return static_cast<unsigned>(c <= '9' ? c - '0' : c - 'a' + 10);
	};
	std::string out;
	for (std::size_t i = 0; i < hex.size(); i += 6) {
		unsigned bits = 0;
		for (std::size_t k = 0; k < 6; ++k) bits = bits << 4U | nibble(i + k);
		for (int shift = 18; shift >= 0; shift -= 6)
			out.push_back(k_letters[bits >> static_cast<unsigned>(shift) & 63U]);
	}
	const std::size_t missing = (6 - hex.size() % 6) % 6 / 2;
	out.replace(out.size() - missing, missing, missing, '=');
	return out;
}

const std::string& policy() {
	static const std::string k_policy = "default-src 'none'; style-src 'sha256-" +
	                                    base64_of_hex(registry::sha256(style_sheet())) +
	                                    "'; base-uri 'none'; form-action 'none'";
	return k_policy;
}

std::string heading(std::size_t level, std::string_view attributes = {}) {
	return "h" + std::to_string(std::min<std::size_t>(level + 2, 6)) + std::string{attributes};
}

}  // namespace

std::string HtmlPage::text() {
	const auto name = [&](const auto& self, const Part& part) -> void {
		m_part_ids[&part] = new_id("p-" + part.id);
		for (const Part& inner : part.parts) self(self, inner);
	};
	for (const Part& part : m_paper.parts) name(name, part);
	body();
	// What the page cites is known only now.
	const std::string main = std::move(m_out);
	m_out.clear();
	m_out.reserve(main.size() + (1U << 16U));
	const bool listed = m_paper.parts.size() > 1;
	add("<!DOCTYPE html>\n<html lang=\"");
	add(m_paper.lang == base::Lang::vi ? "vi" : "en");
	add("\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, "
	    "initial-scale=1\">\n");
	add("<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy() + "\">\n");
	add("<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light\">\n<title>");
	say(m_paper.title);
	add("</title>\n<style>");
	add(style_sheet());
	add("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#main\">");
	message("paper-skip");
	add("</a>\n<div class=\"page");
	add(listed ? " with-contents\">\n" : "\">\n");
	if (listed) contents();
	add(main);
	add("</div>\n</body>\n</html>\n");
	return std::move(m_out);
}

void HtmlPage::body() {
	add("<main id=\"main\">\n");
	head();
	if (m_paper.column_to_fill) add("<div class=\"columns\">\n<div>\n");
	for (const Block& block : m_paper.opening) put(block);
	for (std::size_t i = 0; i < m_paper.parts.size(); ++i) part(m_paper.parts[i], 0, i);
	if (m_paper.column_to_fill) add("</div>\n<div class=\"other\"></div>\n</div>\n");
	signatures();
	if (m_paper.references != References::none) {
		sources();
		groups();
		quotes();
	}
	add("</main>\n");
}

void HtmlPage::contents() {
	const auto item = [&](std::string_view href, const std::string& number, std::string_view words) {
		add("<li><a href=\"#");
		add(href);
		add("\">");
		say(number);
		say(words);
		add("</a>");
	};
	add("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">");
	message("paper-contents");
	add("</h2>\n<ol>\n");
	for (std::size_t i = 0; i < m_paper.parts.size(); ++i) {
		const Part& part = m_paper.parts[i];
		item(m_part_ids[&part], ordinal(0, i, m_paper.lang) + " ", part.heading);
		if (!part.parts.empty()) {
			add("<ol>\n");
			for (std::size_t k = 0; k < part.parts.size(); ++k) {
				item(m_part_ids[&part.parts[k]], ordinal(1, k, m_paper.lang) + " ", part.parts[k].heading);
				add("</li>\n");
			}
			add("</ol>");
		}
		add("</li>\n");
	}
	if (m_paper.references != References::none && !m_paper.sources.empty()) {
		item("sources", "", m_messages.text("paper-sources"));
		add("</li>\n");
	}
	if (!m_told.empty()) {
		item("quotes", "", m_messages.text("paper-quotes"));
		add("</li>\n");
	}
	add("</ol>\n</nav>\n");
}

void HtmlPage::head() {
	const Head& head = m_paper.head;
	const auto line = [&](const Text& text, std::string_view open) {
		if (text.words.empty() && !text.backing.to_fill) return;
		add(open);
		words(text);
		add("</p>\n");
	};
	add("<header class=\"head\">\n<div class=\"letterhead\">\n<div>\n");
	line(head.superior, "<p>");
	line(head.issuer, "<p class=\"strong\">");
	line(head.number, "<p>");
	add("</div>\n<div>\n");
	if (head.state_motto) {
		add("<p class=\"strong\" lang=\"vi\">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>\n");
		add("<p class=\"strong\" lang=\"vi\">Độc lập - Tự do - Hạnh phúc</p>\n");
	}
	line(head.place_and_date, "<p class=\"date\">");
	add("</div>\n</div>\n<h1>");
	if (!head.kind.words.empty()) {
		add("<span class=\"kind\">");
		words(head.kind);
		add("</span> ");
	}
	for (const Text& subject : head.subject) {
		add("<span class=\"subject\">");
		words(subject);
		add("</span> ");
	}
	if (head.kind.words.empty() && head.subject.empty()) say(m_paper.title);
	add("</h1>\n</header>\n");
	if (m_paper.bases.empty()) return;
	add("<div class=\"bases\">\n");
	for (const Text& basis : m_paper.bases) line(basis, "<p>");
	add("</div>\n");
}

void HtmlPage::part(const Part& part, std::size_t level, std::size_t index) {
	add("<section>\n<" + heading(level, " id=\"" + m_part_ids[&part] + "\"") + ">");
	say(ordinal(level, index, m_paper.lang) + " ");
	say(part.heading);
	add("</" + heading(level) + ">\n");
	for (const Block& block : part.blocks) put(block);
	for (std::size_t i = 0; i < part.parts.size(); ++i) this->part(part.parts[i], level + 1, i);
	add("</section>\n");
}

void HtmlPage::signatures() {
	if (m_paper.signatures.empty() && m_paper.receivers.empty()) return;
	add("<div class=\"signatures\">\n");
	const auto receivers = [&] {
		add("<div class=\"receivers\">");
		if (!m_paper.receivers.empty()) {
			add("<p><strong><em>");
			message("paper-receivers");
			add("</em></strong></p>\n<ul>\n");
			for (const Text& receiver : m_paper.receivers) {
				add("<li>");
				words(receiver);
				add("</li>\n");
			}
			add("</ul>");
		}
		add("</div>\n");
	};
	if (m_paper.signatures.size() < 2) receivers();
	for (const Signature& signature : m_paper.signatures) {
		add("<div class=\"signature\">\n");
		for (const Text& line : signature.capacity) {
			add("<p>");
			words(line);
			add("</p>\n");
		}
		add("<p class=\"name\">");
		words(signature.name);
		add("</p>\n</div>\n");
	}
	if (m_paper.signatures.size() >= 2 && !m_paper.receivers.empty()) receivers();
	add("</div>\n");
}

void HtmlPage::say(std::string_view words) { append_escaped(m_out, words); }

void HtmlPage::message(std::string_view id, const std::vector<std::string>& values) {
	say(m_messages.text(id, values));
}

std::string HtmlPage::new_id(std::string_view wish) {
	std::string id;
	for (const char c : wish) {
		const bool taken = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.';
		id.push_back(taken ? c : '-');
	}
	const std::size_t before = m_ids[id]++;
	if (before == 0) return id;
	return new_id(id + "-" + std::to_string(before + 1));
}

std::string html(const Paper& paper) { return HtmlPage{paper}.text(); }

}  // namespace bienban::paper
