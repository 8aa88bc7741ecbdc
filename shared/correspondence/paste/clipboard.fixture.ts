/** What office programs put into the clipboard, shortened; all content is invented. Their line breaks and signs are kept, they matter. */

const word = (body: string): string => `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns:m="http://schemas.microsoft.com/office/2004/12/omml" xmlns="http://www.w3.org/TR/REC-html40">
<head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15"><title>Entwurf von Jana</title>
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!--
 /* Font Definitions */
 @font-face {font-family:Calibri; panose-1:2 15 5 2 2 2 4 3 2 4;}
 p.MsoNormal, li.MsoNormal, div.MsoNormal {mso-style-unhide:no; margin:0cm; font-size:11.0pt;}
 span.Betont {mso-style-name:Betont; font-style:italic;}
--></style></head>
<body lang=DE link="#0563C1" style='tab-interval:35.4pt'><!--StartFragment-->${body}<!--EndFragment--></body></html>`

export const wordFormatted = word(`
<p class=MsoTitle>Konzept<o:p></o:p></p>
<h2><span style='mso-fareast-font-family:"Times New Roman"'>Ausgangslage<o:p></o:p></span></h2>
<p class=MsoNormal>Im Jahr 2025
lebten <b><span style='mso-bidi-font-weight:normal'>3.412
Menschen</span></b> hier, <span class=Betont>so der Bericht</span>,<span style='mso-spacerun:yes'>  </span>auf 12 km<sup>2</sup> nach §&nbsp;5 <span style='text-decoration:underline'>wörtlich</span>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoQuote><i>Integration gelingt vor Ort.</i></p>
<p class=MsoNormal>Kontakt: <a href="mailto:amt@musterstadt.example"><span style='color:blue;text-decoration:underline'>amt@musterstadt.example</span></a></p>`)

const bullet = (sign: string): string => `<![if !supportLists]><span style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;
</span></span></span><![endif]>`

export const wordLists = word(`
<p class=MsoNormal>Wir brauchen:</p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>${bullet('·')}Sprachkurse<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'>${bullet('o')}abends</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>${bullet('·')}Beratung</p>
<p class=MsoNormal>Danach:</p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'>${bullet('3.')}Antrag</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'>${bullet('4.')}Bescheid</p>`)

export const wordTable = word(`
<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0 style='border-collapse:collapse;mso-yfti-tbllook:1184'>
 <tr style='mso-yfti-irow:0;mso-yfti-firstrow:yes'>
  <td width=302 valign=top style='width:226.55pt;border:solid windowtext 1.0pt'><p class=MsoNormal><b>Stadtteil<o:p></o:p></b></p></td>
  <td width=302 valign=top><p class=MsoNormal><b>Plätze<o:p></o:p></b></p></td>
 </tr>
 <tr style='mso-yfti-irow:1'><td><p class=MsoNormal>Nord</p></td><td><p class=MsoNormal align=right>12</p></td></tr>
 <tr style='mso-yfti-irow:2;mso-yfti-lastrow:yes'><td colspan=2><p class=MsoNormal><span style='font-style:italic'>Zusammen 12</span></p></td></tr>
</table>`)

export const wordReviewed = word(`
<p class=MsoNormal>Der Rat beschließt <span class=msoDel><del cite="mailto:Jana%20Beispiel" datetime="2026-11-20T10:00">das alte</del></span><span class=msoIns><ins cite="mailto:Jana%20Beispiel" datetime="2026-11-20T10:00">das neue</ins></span> Konzept<span class=MsoCommentReference><span style='font-size:8.0pt'><a class=msocomanchor id="_anchor_1" href="#_msocom_1" language=JavaScript name="_msoanchor_1">[JB1]</a></span></span>.<span style='display:none;mso-hide:all'>geheim</span></p>
<p class=MsoNormal><!--[if gte vml 1]><v:shape id="Bild1" style='width:90pt'><v:imagedata src="file:///C:/image001.png"/></v:shape><![endif]--><![if !vml]><img width=120 src="file:///C:/image001.png" v:shapes="Bild1"><![endif]></p>
<p class=MsoNormal><s>Durch gestrichen</s></p>
<div style='mso-element:comment-list'><![if !supportAnnotations]><hr class=msocomoff align=left size=1 width="33%"><![endif]><div style='mso-element:comment'><div id="_com_1" class=msocomtxt><a name="_msocom_1"></a><p class=MsoCommentText>Stimmt das?</p></div></div></div>`)

export const wordNotes = word(`
<p class=MsoNormal>Das steht fest<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1" title=""><span class=MsoFootnoteReference><span style='mso-special-character:footnote'><![if !supportFootnotes]>[1]<![endif]></span></span></a>, sagt die Stadt.</p>
<div style='mso-element:footnote-list'><![if !supportFootnotes]><br clear=all><hr align=left size=1 width="33%"><![endif]>
<div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a style='mso-footnote-id:ftn1' href="#_ftnref1" name="_ftn1" title=""><span class=MsoFootnoteReference>[1]</span></a> Statistik
2025, S.&nbsp;4.</p></div></div>`)

export const libreOffice = `<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 24.2 (Linux)"/><style type="text/css">p { line-height: 115%; margin-bottom: 0.25cm } a.sdfootnoteanc { font-size: 57% }</style></head><body lang="de-DE" dir="ltr">
<h2 class="western">Ziele</h2>
<ol>
	<li><p style="margin-bottom: 0cm">Erstens</p>
	<ul>
		<li><p>darunter</p></li>
	</ul>
	</li>
	<li><p>Zweitens <span style="font-weight: 700">fett</span></p></li>
</ol>
<p>Satz<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p>
<div id="sdfootnote1"><p class="sdfootnote"><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Eine Quelle</p></div>
</body></html>`

export const outlook = word(`<div><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p class=MsoNormal><b><span style='font-family:"Calibri",sans-serif'>Von:</span></b> Jana Beispiel</p></div></div>
<p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>Guten Tag,</p><p class=MsoNormal>anbei die Zahlen.</p><p class=MsoNormal>&nbsp;</p>
<table class=MsoNormalTable border=0><tr><td><table border=0><tr><td><p class=MsoNormal><img src="cid:image001.png@01DA"></p></td></tr></table></td></tr><tr><td><p class=MsoNormal>Jana Beispiel</p><p class=MsoNormal>Musterstadt</p></td></tr></table>`)

export const outlookWeb = `<html><body><!--StartFragment--><div class="elementToProof" style="font-family: Aptos; font-size: 12pt;">Hallo <span style="font-weight: bold;">zusammen</span>,</div><div class="elementToProof"><br></div><div class="elementToProof">erste Zeile<br>zweite Zeile<br></div><!--EndFragment--></body></html>`

export const excel = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta name=ProgId content=Excel.Sheet><style><!--
.xl65 {mso-number-format:General; font-weight:700; text-align:center;}
.xl66 {mso-number-format:"\\#\\,\\#\\#0\\.00\\ \\0022€\\0022";}
--></style></head><body link="#0563C1"><table border=0 cellpadding=0 cellspacing=0 width=160 style='border-collapse:collapse;width:120pt'><!--StartFragment-->
 <col width=80 span=2 style='width:60pt'>
 <tr height=19><td height=19 class=xl65 width=80>Jahr</td><td class=xl65 width=80>Betrag</td></tr>
 <tr height=0 style='display:none'><td>2024</td><td>geheim</td></tr>
 <tr height=19><td align=right>2025</td><td class=xl66 align=right>1.234,50&nbsp;€</td></tr>
 <tr height=19><td></td><td></td></tr><!--EndFragment--></table></body></html>`

export const excelWide = `<table><tr>${Array.from({ length: 14 }, (_, index) => `<td>${index + 1}</td>`).join('')}</tr><tr>${'<td>x</td>'.repeat(14)}</tr></table>`

export const fromWeb = `<p onclick="alert(1)" style="color:red;position:fixed">Text mit <a href="javascript:alert(1)">Verweis</a> und &lt;Klammern&gt;<script>alert(1)</script></p>
<ul><li>eins</li><li>zwei</li><ul><li>tief</li><ul><li>tiefer</li><ul><li>am tiefsten</li><ul><li>zu tief</li></ul></ul></ul></ul></ul>`
