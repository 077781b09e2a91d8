#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

/// XML of office documents, as events.
namespace bienban::converters {

/// The attributes of an element, by their names without prefix.
class XmlAttributes {
public:
	XmlAttributes(const unsigned char** list, int count) : m_list(list), m_count(count) {}
	/// Empty where there is no such attribute.
	std::string_view operator[](std::string_view name) const;

private:
	const unsigned char** m_list;
	int m_count;
};

/// Takes the events. Names come without prefix; `space` is the name of the namespace.
class XmlHandler {
public:
	XmlHandler() = default;
	XmlHandler(const XmlHandler&) = delete;
	XmlHandler& operator=(const XmlHandler&) = delete;
	virtual ~XmlHandler() = default;
	virtual void start(std::string_view name, std::string_view space, const XmlAttributes& attributes) = 0;
	virtual void end(std::string_view name, std::string_view space) = 0;
	virtual void text(std::string_view text) = 0;
};

enum class XmlFaults {
	refused,  ///< as office programs write it: a fault means that the file is broken
	mended,   ///< what can be read is read, and a document type is passed over
};

/// Parses a whole document. Nothing but it is ever loaded. Errors: conversion-broken (values: "XML"), also where
/// it declares entities, which no office program does, and where it is nested deeper than any is.
base::Result<void> parse_xml(std::string_view bytes, XmlHandler& handler, XmlFaults faults = XmlFaults::refused);

/// Text as it stands between the tags of HTML.
void append_escaped(std::string& html, std::string_view text);

}  // namespace bienban::converters
