"""Word documents (.docx) as they are stored: zip file, XML, styles, numbering, text."""
