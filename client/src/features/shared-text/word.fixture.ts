/** What Word puts on the clipboard for a page with a heading, tracked changes, a remark, a list, a table and an image; shortened, but nothing changed. */
export const fromWord = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=ProgId content=Word.Document>
<link rel=File-List href="file:///C:/Users/jd/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:AllowPNG/></o:OfficeDocumentSettings></xml><![endif]-->
<style><!-- /* Style Definitions */ p.MsoNormal {margin:0cm; font-size:11.0pt;} @list l0 {mso-list-id:1;} --></style></head>
<body lang=NL style='tab-interval:35.4pt'><!--StartFragment-->
<p class=MsoTitle>Keuzehulp stikstof<o:p></o:p></p>
<h1><a name="_Toc1"></a>Wat is er nodig?<o:p></o:p></h1>
<p class=MsoNormal>Reken <b style='mso-bidi-font-weight:normal'>altijd</b> het <span class=msoDel><del cite="mailto:J.%20Dekker" datetime="2026-10-01T10:00">halve</del></span><span class=msoIns><ins cite="mailto:J.%20Dekker" datetime="2026-10-01T10:00">hele</ins></span> plan <a style='mso-comment-reference:JD_1;mso-comment-date:20261001T1000'>door</a><span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1" name="_msoanchor_1">[JD1]</a><span style='mso-special-character:comment'>&nbsp;</span></span></span>.<o:p></o:p></p>
<p class=MsoNormal><span class=msoDel><del cite="mailto:J.%20Dekker" datetime="2026-10-01T10:02">Deze alinea is geschrapt.</del></span></p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>Verborgen tekst</span>Zichtbaar<span style='mso-tab-count:1'>      </span>vervolg.</p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Eerst het college<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span><![endif]>met de nota<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Dan de raad<o:p></o:p></p>
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'><td width=200 valign=top style='width:150.0pt'><p class=MsoNormal><b>Fase<o:p></o:p></b></p></td><td width=200 valign=top><p class=MsoNormal><b>Woningen<o:p></o:p></b></p></td></tr>
 <tr style='mso-yfti-irow:1'><td><p class=MsoNormal>Eerste fase</p></td><td><p class=MsoNormal><span class=msoDel><del cite="mailto:J.%20Dekker" datetime="2026-10-01T10:05">85</del></span><span class=msoIns><ins cite="mailto:J.%20Dekker" datetime="2026-10-01T10:05">110</ins></span></p><p class=MsoNormal>waarvan 40 sociaal</p></td></tr>
 <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td></tr>
</table>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Afbeelding_x0020_1" type="#_x0000_t75"><v:imagedata src="file:///C:/Users/jd/AppData/Local/Temp/msohtmlclip1/01/clip_image001.png"/></v:shape><![endif]--><![if !vml]><img width=604 height=340 src="file:///C:/Users/jd/AppData/Local/Temp/msohtmlclip1/01/clip_image002.jpg" v:shapes="Afbeelding_x0020_1"><![endif]></p>
<p class=MsoNormal>Slot.</p>
<!--EndFragment-->
<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff align=left size=1 width="33%"><![endif]><div style='mso-element:comment'><div id="_com_1" class=msocomtxt language=JavaScript onmouseover="msoCommentShow('_anchor_1','_com_1')"><p class=MsoCommentText>Klopt dit nog?</p></div></div></div>
</body></html>`;
