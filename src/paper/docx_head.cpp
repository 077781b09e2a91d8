#include <algorithm>

#include "paper/docx_body.hpp"
#include "paper/plain.hpp"

namespace bienban::paper {

namespace {

constexpr int k_left = 3740;  // of the two columns of the head, so that the name of the state takes one line

std::string cell_start(int width, bool middle = false) {
	return "<w:tc><w:tcPr><w:tcW w:w=\"" + std::to_string(width) + "\" w:type=\"dxa\"/>" +
	       (middle ? "<w:vAlign w:val=\"center\"/>" : "") + "</w:tcPr>";
}

std::string bare_table(int left, int right) {
	const std::string all = std::to_string(left + right);
	return "<w:tbl><w:tblPr><w:tblW w:w=\"" + all +
	       "\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/><w:tblCellMar><w:left w:w=\"0\" w:type=\"dxa\"/><w:right "
	       "w:w=\"0\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w=\"" +
	       std::to_string(left) + "\"/><w:gridCol w:w=\"" + std::to_string(right) + "\"/></w:tblGrid>";
}

bool is_there(const Text& text) { return !text.words.empty() || text.backing.to_fill; }

}  // namespace

void DocxBody::rule(int width, int length) {
	const int side = std::max((width - length) / 2, 0);
	add("<w:p><w:pPr><w:pStyle w:val=\"Rule\"/><w:ind w:left=\"" + std::to_string(side) + "\" w:right=\"" +
	    std::to_string(side) + "\"/></w:pPr></w:p>");
}

void DocxBody::head() {
	const Head& head = m_paper.head;
	const int right = k_upright.text_width() - k_left;
	const auto line = [&](const Text& text, std::string_view style) {
		if (!is_there(text)) return;
		start(style);
		words(text);
		end();
	};
	const auto empty = [&](std::string_view style) {
		start(style);
		end();
	};
	const bool has_issuer = is_there(head.superior) || is_there(head.issuer) || is_there(head.number);
	if (head.state_motto || has_issuer) {
		add(bare_table(k_left, right) + "<w:tr>" + cell_start(k_left));
		line(head.superior, "HeadCapitals");
		line(head.issuer, "HeadCapitalsBold");
		if (has_issuer) rule(k_left, k_left / 3);
		if (!has_issuer) empty("HeadCapitals");
		add("</w:tc>" + cell_start(right));
		if (head.state_motto) {
			start("StateName");
			run("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
			end();
			start("Motto");
			run("Độc lập - Tự do - Hạnh phúc");
			end();
			rule(right, 3300);
		} else {
			empty("Motto");
		}
		add("</w:tc></w:tr><w:tr>" + cell_start(k_left));
		if (is_there(head.number)) {
			line(head.number, "HeadNumber");
		} else {
			empty("HeadNumber");
		}
		add("</w:tc>" + cell_start(right));
		if (is_there(head.place_and_date)) {
			line(head.place_and_date, "PlaceAndDate");
		} else {
			empty("PlaceAndDate");
		}
		add("</w:tc></w:tr></w:tbl>");
	} else {
		line(head.place_and_date, "PlaceAndDate");
	}
	line(head.kind, "Title");
	for (const Text& subject : head.subject) line(subject, "Subtitle");
	if (is_there(head.kind) || !head.subject.empty()) rule(k_upright.text_width(), k_upright.text_width() / 4);
	empty("Gap");
}

void DocxBody::receivers() {
	if (m_paper.receivers.empty()) {
		start("Receivers");
		end();
		return;
	}
	start("ReceiversHead");
	run(m_messages.text("paper-receivers"));
	end();
	for (std::size_t i = 0; i < m_paper.receivers.size(); ++i) {
		const Text& receiver = m_paper.receivers[i];
		start("Receivers");
		run("- ");
		words(receiver);
		// Each ends with a semicolon, the last one with a full stop, where its words have no mark of their own.
		if (ending(receiver.words).mark.empty()) run(i + 1 < m_paper.receivers.size() ? ";" : ".");
		end();
	}
}

void DocxBody::signature(const Signature& signature) {
	for (const Text& line : signature.capacity) {
		start("Signer");
		words(line);
		end();
	}
	// Room for the signature and the seal.
	for (int i = 0; i < 4; ++i) {
		start("Signer");
		end();
	}
	start("Signer");
	words(signature.name);
	end();
}

void DocxBody::signatures() {
	if (m_paper.signatures.empty() && m_paper.receivers.empty()) return;
	start("Gap", Keep::yes);
	end();
	const bool two = m_paper.signatures.size() > 1;
	const int left = two ? k_upright.text_width() / 2 : k_upright.text_width() * 9 / 20;
	add(bare_table(left, k_upright.text_width() - left));
	for (std::size_t i = 0; i < std::max<std::size_t>(m_paper.signatures.size(), 1); i += two ? 2 : 1) {
		add("<w:tr><w:trPr><w:cantSplit/></w:trPr>" + cell_start(left));
		if (two) {
			signature(m_paper.signatures[i]);
		} else {
			receivers();
		}
		add("</w:tc>" + cell_start(k_upright.text_width() - left));
		const std::size_t other = two ? i + 1 : i;
		if (other < m_paper.signatures.size()) {
			signature(m_paper.signatures[other]);
		} else {
			start("Signer");
			end();
		}
		add("</w:tc></w:tr>");
	}
	add("</w:tbl>");
	start("Gap");
	end();
	if (two && !m_paper.receivers.empty()) receivers();
}

void DocxBody::sources() {
	if (m_paper.sources.empty()) return;
	start("Annex");
	run(m_messages.text("paper-annex"));
	end();
	start("AnnexTitle");
	run(m_messages.text("paper-sources"));
	end();
	for (std::size_t i = 0; i < m_paper.sources.size(); ++i) {
		const SourceLine& source = m_paper.sources[i];
		const std::string number = std::to_string(i + 1);
		start("SourceEntry");
		add("<w:bookmarkStart w:id=\"" + number);
		add("\" w:name=\"source" + number);
		add("\"/>");
		run("[" + number + "]");
		add("<w:bookmarkEnd w:id=\"" + number + "\"/><w:r><w:tab/></w:r>");
		std::string words = source.title.empty() ? m_messages.text("no-title") : source.title;
		if (!source.published.empty()) words.append(", ").append(source.published);
		run(words.append(" (").append(source.id).append(", ").append(source.path).append(")"));
		end();
	}
}

}  // namespace bienban::paper
