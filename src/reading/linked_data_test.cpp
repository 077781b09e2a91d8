#include "reading/linked_data.hpp"

#include <doctest/doctest.h>

using bienban::reading::LinkedData;
using bienban::reading::read_linked_data;

TEST_CASE("an article tells its headline, its day and who wrote it") {
	const LinkedData data = read_linked_data(R"({"@context":"https://schema.org","@type":"NewsArticle",
		"headline":"Hội đàm tại Sơn La","datePublished":"2021-03-12T08:00:00+07:00",
		"author":[{"@type":"Person","name":"Lò Minh"},"Cầm Thị Hoa"],
		"publisher":{"@type":"Organization","name":"Báo Biên Cương"}})");
	CHECK(data.title == "Hội đàm tại Sơn La");
	CHECK(data.published == "2021-03-12T08:00:00+07:00");
	CHECK(data.authors == std::vector<std::string>{"Lò Minh", "Cầm Thị Hoa"});
}

TEST_CASE("of a graph the article counts, and its author is found by name elsewhere") {
	const LinkedData data = read_linked_data(R"({"@graph":[
		{"@type":"WebSite","name":"Biên Cương","datePublished":"2001-01-01"},
		{"@type":["Article","NewsArticle"],"datePublished":"2020-06-05","author":{"@id":"#p"}},
		{"@type":"Person","@id":"#p","name":"Vì Văn Sơn"},
		{"@type":"Article","datePublished":"1999-09-09","author":"Ai Khác"}]})");
	CHECK(data.published == "2020-06-05");
	CHECK(data.authors == std::vector<std::string>{"Vì Văn Sơn"});
}

TEST_CASE("an outlet is no author, and other articles in a list are not this one") {
	const LinkedData data = read_linked_data(R"({"@type":"NewsArticle",
		"author":{"@type":"NewsMediaOrganization","name":"Biên Cương"}})");
	CHECK(data.authors.empty());
	CHECK(read_linked_data(R"({"@type":"ItemList","itemListElement":[
		{"@type":"NewsArticle","datePublished":"2018-01-01","author":"Ai Khác"}]})")
	          .published.empty());
}

TEST_CASE("line ends in strings are forgiven, and what is no JSON gives nothing") {
	CHECK(read_linked_data("{\"@type\":\"NewsArticle\",\"headline\":\"Hai\nbên\"}").title == "Hai bên");
	CHECK(read_linked_data("{\"@type\":\"NewsArticle\"").title.empty());
	CHECK(read_linked_data("").published.empty());
	CHECK(read_linked_data("[1, null, [[[[[[[[[{}]]]]]]]]]").published.empty());
	CHECK(read_linked_data(std::string(100'000, '[')).published.empty());
	CHECK(read_linked_data("{\"@type\":\"Article\",\"author\":{\"name\":7},\"datePublished\":[]}").authors.empty());
}
