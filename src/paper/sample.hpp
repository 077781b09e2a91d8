#pragma once

#include <string>
#include <utility>
#include <vector>

#include "paper/paper.hpp"

/// Papers for tests, with names and figures made up.
namespace bienban::paper::sample {

inline Text text(std::string words, std::vector<std::size_t> facts = {}) {
	Backing backing{.facts = std::move(facts)};
	backing.of_register = backing.facts.empty();
	return {.words = std::move(words), .backing = std::move(backing)};
}

inline Text to_fill(std::string words) { return {.words = std::move(words), .backing = {.to_fill = true}}; }

inline Paragraph paragraph(std::string words, std::vector<std::size_t> facts = {}) {
	return {.sentences = {text(std::move(words), std::move(facts))}};
}

inline Cell cell(std::string words, std::vector<std::size_t> facts = {}) {
	return {.words = std::move(words), .backing = {.facts = std::move(facts)}};
}

inline Cell number(double value, std::string words, std::vector<std::size_t> facts = {}) {
	return {.words = std::move(words), .number = value, .backing = {.facts = std::move(facts)}};
}

inline Cell day(std::string edtf, std::string words, std::vector<std::size_t> facts = {}) {
	return {.words = std::move(words), .day = std::move(edtf), .backing = {.facts = std::move(facts)}};
}

/// Three facts told by three documents, the second by two of them, and one that a person entered.
inline Paper small() {
	Paper paper;
	paper.title = "Kết quả hợp tác";
	paper.head.kind = text("BÁO CÁO");
	paper.head.subject = {text("Kết quả hợp tác giữa tỉnh An và tỉnh Bình")};
	paper.sources = {{.id = "D1", .title = "Hội đàm năm 2021", .path = "a.txt", .published = "02/03/2021"},
	                 {.id = "D2", .title = "", .path = "b.txt", .published = ""},
	                 {.id = "D3", .title = "Bàn giao trường học", .path = "c.html", .published = "05/06/2022"}};
	paper.facts = {
	    {.id = "F1.0",
	     .summary = "Hội đàm lần thứ 4",
	     .quotes = {{.source = 0, .words = "hai tỉnh hội đàm lần thứ tư", .begin = 10, .end = 37, .certainty = 0.9}}},
	    {.id = "F1.1",
	     .summary = "Tuần tra chung",
	     .quotes = {{.source = 0, .words = "tuần tra chung 12 lần", .begin = 40, .end = 61, .certainty = 0.8},
	                {.source = 1, .words = "12 cuộc tuần tra", .begin = 5, .end = 21, .certainty = 0.7}}},
	    {.id = "F3.0",
	     .summary = "Trao tặng một trường học",
	     .quotes = {{.source = 2, .words = "bàn giao một trường học", .begin = 0, .end = 23, .certainty = 0.9}}},
	    {.id = "F0.7", .summary = "Đoàn sang thăm", .quotes = {}, .entered_by = "Lê Thị C"}};
	Part part{.id = "contacts", .heading = "Tiếp xúc"};
	part.blocks = {paragraph("Hai bên hội đàm một lần.", {0}), Bullets{{paragraph("Tuần tra chung 12 lần;", {1})}}};
	paper.parts = {part};
	return paper;
}

}  // namespace bienban::paper::sample
