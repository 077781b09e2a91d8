#include "reading/linked_data.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/one_of.hpp"

namespace bienban::reading {

namespace {

using Json = nlohmann::json;

constexpr int k_deepest = 6;
constexpr std::size_t k_most_nodes = 500;
constexpr std::size_t k_most_authors = 16;
constexpr std::size_t k_longest = 300;

std::string text_of(const Json& node, const char* key) {
	const auto found = node.find(key);
	if (found == node.end() || !found->is_string()) return {};
	return found->get_ref<const std::string&>().substr(0, k_longest);
}

template <typename Holds>
bool type_is(const Json& node, const Holds& holds) {
	const auto type = node.find("@type");
	if (type == node.end()) return false;
	const auto one = [&](const Json& name) { return name.is_string() && holds(name.get_ref<const std::string&>()); };
	return type->is_array() ? std::any_of(type->begin(), type->end(), one) : one(*type);
}

bool is_article(const Json& node) {
	return type_is(node, [](std::string_view type) {
		constexpr std::array<std::string_view, 4> k_others = {"BlogPosting", "LiveBlogPosting", "Report", "Review"};
		return type.ends_with("Article") || base::one_of(type, k_others);
	});
}

bool is_body(const Json& node) {
	return type_is(node, [](std::string_view type) { return type.ends_with("Organization") || type == "Corporation"; });
}

/// The things that a script tells of one beside the other; what is only part of one (items of a list) is not looked at.
void collect(const Json& from, int depth, std::vector<const Json*>& nodes) {
	if (depth > k_deepest || nodes.size() >= k_most_nodes) return;
	if (from.is_array()) {
		for (const Json& one : from) collect(one, depth + 1, nodes);
	}
	if (!from.is_object()) return;
	nodes.push_back(&from);
	for (const char* key : {"@graph", "mainEntity"}) {
		if (const auto inner = from.find(key); inner != from.end()) collect(*inner, depth + 1, nodes);
	}
}

void add_author(const Json& author, const std::vector<const Json*>& nodes, std::vector<std::string>& authors) {
	if (authors.size() >= k_most_authors) return;
	if (author.is_array()) {
		for (const Json& one : author) {
			if (!one.is_array()) add_author(one, nodes, authors);
		}
		return;
	}
	if (author.is_string()) {
		authors.push_back(author.get_ref<const std::string&>().substr(0, k_longest));
		return;
	}
	if (!author.is_object() || is_body(author)) return;
	std::string name = text_of(author, "name");
	if (const std::string id = text_of(author, "@id"); name.empty() && !id.empty()) {
		for (const Json* node : nodes) {
			if (node != &author && !is_body(*node) && text_of(*node, "@id") == id) name = text_of(*node, "name");
			if (!name.empty()) break;
		}
	}
	if (!name.empty()) authors.push_back(std::move(name));
}

}  // namespace

LinkedData read_linked_data(std::string json) {
	// Line ends inside of strings, which JSON does not allow, are common.
	std::ranges::replace_if(
	    json, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
	const Json whole = Json::parse(json, nullptr, false, true);
	if (whole.is_discarded()) return {};
	std::vector<const Json*> nodes;
	collect(whole, 0, nodes);
	LinkedData data;
	auto article = std::ranges::find_if(nodes, [](const Json* node) { return is_article(*node); });
	// A page that does not say what it is, or calls itself nothing but a page.
	const auto dated = [](const Json* node) { return !text_of(*node, "datePublished").empty(); };
	if (article == nodes.end()) article = std::ranges::find_if(nodes, dated);
	if (article == nodes.end()) return data;
	data.title = text_of(**article, "headline");
	data.published = text_of(**article, "datePublished");
	if (const auto author = (**article).find("author"); author != (**article).end()) {
		add_author(*author, nodes, data.authors);
	}
	return data;
}

}  // namespace bienban::reading
